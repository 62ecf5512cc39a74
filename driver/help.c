/* What the option table says: --help, the Markdown reference, bash completion, near misses. */
#include "driver/option.h"

#include <string.h>

static void put_option(FILE *out, const OptionInfo *info) {
    char left[64];
    int length =
        info->letter ? snprintf(left, sizeof left, "-%c, ", info->letter) : snprintf(left, sizeof left, "    ");
    length += snprintf(left + length, sizeof left - (size_t)length, "--%s", info->name);
    if (info->argument)
        snprintf(left + length, sizeof left - (size_t)length, "=%s", info->argument);
    fprintf(out, "  %-34s %s\n", left, info->help);
}

static void put_options(FILE *out, int set) {
    for (int i = 0; i < OPTION_COUNT; i++)
        if (option_info[i].commands & set)
            put_option(out, &option_info[i]);
}

void help_main(FILE *out) {
    fputs("usage: weft COMMAND [OPTION...] ...\n\nWeft compiles whole programs in a static subset of Python 3.11 to "
          "native "
          "code.\n\n",
          out);
    for (int i = 0; i < COMMAND_COUNT; i++)
        fprintf(out, "  %-8s %-17s %s\n", command_info[i].text, command_info[i].operands, command_info[i].doc);
    fputs("\n", out);
    put_options(out, IN_MAIN);
    fputs("\n`weft COMMAND --help` lists a command's options. FILE may be - (standard input).\n", out);
}

void help_command(FILE *out, CommandId command) {
    const CommandInfo *info = &command_info[command];
    fprintf(out, "usage: weft %s [OPTION...] %s\n\n%s\n\n", info->text, info->operands, info->doc);
    put_options(out, 1 << command);
}

/* ---- Markdown ---------------------------------------------------------------------------------- */

static void markdown_option(FILE *out, const OptionInfo *info) {
    fputs("| `", out);
    if (info->letter)
        fprintf(out, "-%c%s%s`, `", info->letter, info->argument ? " " : "", info->argument ? info->argument : "");
    fprintf(out, "--%s%s%s` | ", info->name, info->argument ? "=" : "", info->argument ? info->argument : "");
    if ((info->commands & IN_ROAD) == IN_ROAD)
        fputs("all that take a program", out);
    else
        for (int i = 0, first = 1; i < COMMAND_COUNT; i++)
            if (info->commands & 1 << i) {
                fprintf(out, "%s%s", first ? "" : " ", command_info[i].text);
                first = 0;
            }
    fprintf(out, " | %s |\n", info->help);
}

void help_markdown(FILE *out) {
    fputs("# The command line\n\nGenerated from `driver/command.def` and `driver/option.def` by `weft --docs` (`make "
          "docs`)."
          "\n\n| command | |\n|---|---|\n",
          out);
    for (int i = 0; i < COMMAND_COUNT; i++)
        fprintf(out, "| `weft %s%s%s` | %s |\n", command_info[i].text, *command_info[i].operands ? " " : "",
                command_info[i].operands, command_info[i].doc);
    fputs("\n| option | commands | |\n|---|---|---|\n", out);
    for (int i = 0; i < OPTION_COUNT; i++)
        if (option_info[i].commands & IN_ANY && i != OPTION_HELP)
            markdown_option(out, &option_info[i]);
    fputs(
        "\n| exit status | |\n|---|---|\n| 0 | all went well (`weft run`: whatever the program's status is) |\n"
        "| 1 | diagnostics about the program, or a file that cannot be read or written |\n| 2 | wrong usage |\n"
        "| 3 | no working C compiler, or a library is missing; the Debian package is named |\n"
        "| 70 | a bug in Weft; the generated C is kept for a report |\n| 130 | interrupted |\n\n"
        "| environment | |\n|---|---|\n| `CC` | the C compiler (default `cc`), may have several words: `CC=\"ccache "
        "gcc\"` |\n"
        "| `CFLAGS`, `LDFLAGS` | added to the C compiler's and the linker's flags |\n"
        "| `NO_COLOR` | no colour in messages |\n| `XDG_CACHE_HOME` | where objects are cached (default `~/.cache`) |\n"
        "| `MAKEFLAGS` | make's jobserver, if there is one, limits the parallel C compilers |\n",
        out);
}

/* ---- bash --------------------------------------------------------------------------------------- */

static void completion_names(FILE *out, const char *kind) {
    if (!strcmp(kind, "STAGES"))
        for (int i = 0; i < STAGE_COUNT; i++)
            fprintf(out, " %s", stage_text[i]);
    if (!strcmp(kind, "STAGES") || !strcmp(kind, "PASSES"))
        for (int i = 0; i < PASS_COUNT; i++)
            fprintf(out, " %s", pass_info[i].text);
    if (!strcmp(kind, "COLLECTORS"))
        for (int i = 0; i < GC_COUNT; i++)
            fprintf(out, " %s", gc_info[i].text);
}

/* One line of the case over "the word before the cursor". */
static void completion_argument(FILE *out, const OptionInfo *info) {
    if (!info->argument || !strcmp(info->completion, "NOTHING"))
        return;
    fprintf(out, "    --%s", info->name);
    if (info->letter)
        fprintf(out, "|-%c", info->letter);
    if (!strcmp(info->completion, "FILES"))
        fputs(") COMPREPLY=($(compgen -f -- \"$word\")); return ;;\n", out);
    else if (!strcmp(info->completion, "FOLDERS"))
        fputs(") COMPREPLY=($(compgen -d -- \"$word\")); return ;;\n", out);
    else {
        fputs(") COMPREPLY=($(compgen -W '", out);
        if (strchr("PSC", info->completion[0]) && info->completion[1] >= 'A' && info->completion[1] <= 'Z')
            completion_names(out, info->completion);
        else
            fputs(info->completion, out);
        fputs("' -- \"$word\")); return ;;\n", out);
    }
}

static void completion_command(FILE *out, int command) {
    fprintf(out, "    %s) options='", command_info[command].text);
    for (int i = 0; i < OPTION_COUNT; i++)
        if (option_info[i].commands & 1 << command)
            fprintf(out, " --%s%s", option_info[i].name, option_info[i].argument ? "=" : "");
    fputs("' ;;\n", out);
}

void help_completion(FILE *out) {
    fputs("_weft() {\n  local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]} options\n"
          "  [ \"$word\" = = ] && word=\n"
          "  [ \"$before\" = = ] && before=${COMP_WORDS[COMP_CWORD-2]}\n"
          "  if [ \"$COMP_CWORD\" = 1 ]; then\n    COMPREPLY=($(compgen -W '",
          out);
    for (int i = 0; i < COMMAND_COUNT; i++)
        fprintf(out, "%s ", command_info[i].text);
    fputs("--help --version' -- \"$word\")); return\n  fi\n  case $before in\n", out);
    for (int i = 0; i < OPTION_COUNT; i++)
        completion_argument(out, &option_info[i]);
    fputs("  esac\n  case ${COMP_WORDS[1]} in\n", out);
    for (int i = 0; i < COMMAND_COUNT; i++)
        completion_command(out, i);
    fputs("  esac\n  case $word in\n"
          "    -*) COMPREPLY=($(compgen -W \"$options\" -- \"$word\"))\n"
          "        case ${COMPREPLY[0]} in *=) compopt -o nospace ;; esac ;;\n"
          "    *) COMPREPLY=($(compgen -f -X '!*.py' -- \"$word\") $(compgen -f -X '!*.ir' -- \"$word\") $(compgen -d "
          "-- \"$word\")) ;;\n"
          "  esac\n}\ncomplete -o filenames -F _weft weft\n",
          out);
}

/* ---- near misses -------------------------------------------------------------------------------- */

static int least(int a, int b) {
    return a < b ? a : b;
}

/* Levenshtein distance; texts beyond the table count as far apart. */
static int distance(const char *a, const char *b) {
    enum { MAX = 40 };
    int row[MAX + 1];
    size_t columns = strlen(b);
    if (strlen(a) > MAX || columns > MAX)
        return MAX;
    for (size_t j = 0; j <= columns; j++)
        row[j] = (int)j;
    for (size_t i = 0; a[i]; i++) {
        int diagonal = row[0];
        row[0] = (int)i + 1;
        for (size_t j = 0; j < columns; j++) {
            int changed = diagonal + (a[i] != b[j]);
            diagonal = row[j + 1];
            row[j + 1] = least(changed, least(row[j], row[j + 1]) + 1);
        }
    }
    return row[columns];
}

const char *help_nearest(const char *text, const char *const *names, int count) {
    const char *nearest = NULL;
    int best = (int)strlen(text) / 3 + 1;
    for (int i = 0; i < count; i++) {
        int far = distance(text, names[i]);
        if (far <= best && (!nearest || far < best)) {
            nearest = names[i];
            best = far;
        }
    }
    return nearest;
}
