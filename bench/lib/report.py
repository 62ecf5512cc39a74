"""Tables of measurements as text, CSV, JSON and SVG. A row says of an example in a column what it costs."""

import csv
import io
import json
import math
from dataclasses import dataclass

from lib import chart

WIDTH = 12


@dataclass(frozen=True)
class Form:
    """What a table shows: the columns by their keys, in order; the fields of a row, each with the title of its section
    of the text; the picture's caption; and other fields of a row, which are in the CSV."""

    titles: dict
    sections: list
    caption: str
    others: list


def geometric_mean(values):
    values = [value for value in values if value]
    return math.exp(sum(map(math.log, values)) / len(values)) if values else None


def number(value):
    if value is None:
        return "-"
    if value == 0 or value >= 1000:
        return f"{value:.0f}"
    return f"{value:.2f}" if value >= 0.1 else f"{value:.2g}"


def heading(titles):
    """Two lines of titles."""
    lines = ["", ""]
    for title in titles:
        words, first, second = title.split(), "", ""
        for word in words:
            if not second and len(f"{first} {word}".strip()) <= WIDTH:
                first = f"{first} {word}".strip()
            else:
                second = f"{second} {word}".strip()
        lines[0] += f" {first:>{WIDTH}}"
        lines[1] += f" {second[:WIDTH]:>{WIDTH}}"
    return lines


def section(rows, titles, field, title):
    cells = {(row["example"], row["column"]): row[field] for row in rows if row.get(field) is not None}
    columns = [key for key in titles if any(column == key for _, column in cells)]
    units = {row["example"]: row.get("unit") for row in rows}
    if not columns:
        return ""
    labels = {name: f"{name} ({unit})" if "unit" in title else name for name, unit in units.items()}
    upper, lower = heading(titles[key] for key in columns)
    lines = [title, f"{'':24}{upper}".rstrip(), f"{'':24}{lower}".rstrip()]
    for name, label in labels.items():
        lines.append(f"{label:24}" + "".join(f" {number(cells.get((name, key))):>{WIDTH}}" for key in columns))
    if field == "relative":
        means = [geometric_mean(cells.get((name, key)) for name in labels) for key in columns]
        lines.append(f"{'geometric mean':24}" + "".join(f" {number(mean):>{WIDTH}}" for mean in means))
    return "\n".join(lines) + "\n\n"


def as_text(form, rows, verdicts):
    text = "".join(section(rows, form.titles, field, title) for field, title in form.sections)
    for verdict in verdicts:
        text += f"{verdict['what']}: {number(verdict['value'])}, at most {number(verdict['most'])}: "
        text += "ok\n" if verdict["fine"] else "TOO MUCH\n"
    return text


def as_csv(form, rows):
    text = io.StringIO()
    fields = ["example", "column", *form.others, *(field for field, _ in form.sections)]
    writer = csv.DictWriter(text, fields, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue()


def as_json(rows, verdicts):
    return json.dumps({"rows": rows, "verdicts": verdicts}, indent=1) + "\n"


def write(folder, name, form, rows, verdicts):
    """Files of that name in the folder, and the text to standard output."""
    folder.mkdir(parents=True, exist_ok=True)
    text = as_text(form, rows, verdicts)
    (folder / f"{name}.txt").write_text(text)
    (folder / f"{name}.csv").write_text(as_csv(form, rows))
    (folder / f"{name}.json").write_text(as_json(rows, verdicts))
    (folder / f"{name}.svg").write_text(chart.as_svg(rows, form.titles, form.caption))
    print(text, end="")


def verdict(what, value, most):
    """Whether something is what it is to be."""
    return {"what": what, "value": value, "most": most, "fine": value <= most}
