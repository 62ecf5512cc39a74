# Lengths of functions in C sources formatted by clang-format: median, 90th percentile, longest; fails above the limits.
# A function is what stands between a line that begins in column 0 and ends in ") {" and the next "}" in column 0. One
# with more than LIMIT lines must be a flat switch: at least a case for every six lines.
BEGIN {
    LIMIT = 60
    MEDIAN = 12
    P90 = 30
}
FNR == 1 { inside = 0 }
!inside && /^[a-zA-Z_].*\) \{$/ || !inside && header && /\) \{$/ {
    inside = 1
    lines = cases = 0
    split(header != "" ? header : $0, parts, "(")
    name = parts[1]
    sub(/.*[ *]/, "", name)
    header = ""
    next
}
!inside && /^[a-zA-Z_][^;={]*\([^;{]*[,(]$/ { header = $0; next }
!inside && /[;}]$/ { header = "" }
inside && /^}/ {
    inside = 0
    length_of[count++] = lines
    if (lines > LIMIT && cases * 6 < lines) {
        printf "lint: %s: %s has %d lines\n", FILENAME, name, lines > "/dev/stderr"
        bad = 1
    }
    if (lines > longest && cases * 6 < lines) {
        longest = lines
        longest_name = name
    }
    next
}
inside {
    lines++
    if (/^ *(case .*|default):/) cases++
}
function sort(n,    i, buckets, max, k, j) {
    for (i = 0; i < n; i++) {
        buckets[length_of[i]]++
        if (length_of[i] > max) max = length_of[i]
    }
    for (k = 0; k <= max; k++)
        for (i = 0; i < buckets[k]; i++)
            sorted[j++ + 0] = k
}
END {
    if (!count) exit bad
    sort(count)
    median = sorted[int(count / 2)]
    p90 = sorted[int(count * 0.9)]
    printf "%d functions: median %d, p90 %d, longest %d (%s)\n", count, median, p90, longest, longest_name
    if (median > MEDIAN || p90 > P90) {
        printf "lint: functions are too long (limits: median %d, p90 %d)\n", MEDIAN, P90 > "/dev/stderr"
        bad = 1
    }
    exit bad
}
