/* Reads the command line through getopt_long, from the tables. */
#include "driver/option.h"

#include "driver/command.h"

#include <getopt.h>
#include <regex.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

const OptionInfo option_info[OPTION_COUNT] = {
#define OPTION(code, name, letter, argument, commands, completion, help) \
    {name, letter, argument, commands, completion, help},
#include "driver/option.def"
#undef OPTION
};

const CommandInfo command_info[COMMAND_COUNT] = {
#define COMMAND(code, text, function, operands, doc) {text, function, operands, doc},
#include "driver/command.def"
#undef COMMAND
};

typedef struct Reader {
    Arena *arena;
    Options *options;
    int set; /* the IN_ bit of the command, or IN_MAIN */
} Reader;

static bool complain(const char *format, ...) __attribute__((format(printf, 1, 2)));
static bool complain(const char *format, ...) {
    va_list args;
    va_start(args, format);
    fputs("weft: ", stderr);
    vfprintf(stderr, format, args);
    fputc('\n', stderr);
    va_end(args);
    return false;
}

/* What may stand there, if that is not much to read. */
static bool list_choices(const char *what, const char *text, const char *const *names, int count) {
    enum { FEW = 10 };
    if (count > FEW)
        return complain("unknown %s '%s'", what, text);
    char choices[256] = "";
    for (int i = 0; i < count; i++)
        snprintf(choices + strlen(choices), sizeof choices - strlen(choices), "%s%s", i ? ", " : "", names[i]);
    return complain("unknown %s '%s'; there are: %s", what, text, choices);
}

static bool unknown(const char *what, const char *text, const char *const *names, int count) {
    const char *near = help_nearest(text, names, count);
    if (near)
        return complain("unknown %s '%s'; did you mean '%s'?", what, text, near);
    return list_choices(what, text, names, count);
}

/* ---- names ------------------------------------------------------------------------------------ */

enum { POINT_NAMES = STAGE_COUNT + PASS_COUNT };

static void point_names(const char **names) {
    for (int i = 0; i < STAGE_COUNT; i++)
        names[i] = stage_text[i];
    for (int i = 0; i < PASS_COUNT; i++)
        names[STAGE_COUNT + i] = pass_info[i].text;
}

static int word_index(const char *text, const char *const *names, int count) {
    for (int i = 0; i < count; i++)
        if (!strcmp(text, names[i]))
            return i;
    return -1;
}

bool point_find(const char *text, Point *point) {
    const char *names[POINT_NAMES];
    point_names(names);
    int index = word_index(text, names, POINT_NAMES);
    if (index < 0)
        return false;
    bool is_stage = index < STAGE_COUNT;
    *point = (Point){is_stage ? (Stage)index : STAGE_LOW, is_stage ? PASS_COUNT : (PassId)(index - STAGE_COUNT)};
    return true;
}

const char *point_text(Point point) {
    return point.pass == PASS_COUNT ? stage_text[point.stage] : pass_info[point.pass].text;
}

static bool read_point(const char *text, Point *point) {
    if (point_find(text, point))
        return true;
    const char *names[POINT_NAMES];
    point_names(names);
    return unknown("stage or pass", text, names, POINT_NAMES);
}

static bool read_pass(const char *text, PassId *pass) {
    const char *names[PASS_COUNT + 1];
    for (int i = 0; i < PASS_COUNT; i++)
        names[i] = pass_info[i].text;
    *pass = pass_find(text);
    return *pass != PASS_COUNT || unknown("pass", text, names, PASS_COUNT);
}

static bool read_gc(const char *text, GcKind *gc) {
    const char *names[GC_COUNT];
    for (int i = 0; i < GC_COUNT; i++)
        names[i] = gc_info[i].text;
    int index = word_index(text, names, GC_COUNT);
    if (index < 0)
        return unknown("memory manager", text, names, GC_COUNT);
    *gc = (GcKind)index;
    return true;
}

/* ---- arguments --------------------------------------------------------------------------------- */

static bool read_number(const char *option, const char *text, uint64_t *number) {
    char *end;
    *number = strtoull(text, &end, 10);
    if (*text >= '0' && *text <= '9' && !*end)
        return true;
    return complain("--%s wants a number, not '%s'", option, text);
}

/* `text` as one of the blank-separated words of the option's completion; its index in *index. */
static bool read_choice(Reader *reader, OptionId option, const char *text, int *index) {
    const char *names[8];
    int count = 0;
    char *words = arena_text(reader->arena, option_info[option].completion, strlen(option_info[option].completion));
    for (char *word = strtok(words, " "); word; word = strtok(NULL, " "))
        names[count++] = word;
    *index = word_index(text, names, count);
    if (*index >= 0)
        return true;
    return complain("--%s wants one of %s, not '%s'", option_info[option].name, option_info[option].completion, text);
}

static bool read_passes(Reader *reader, const char *list) {
    PassPlan *plan = &reader->options->passes;
    int capacity = 0;
    reader->options->has_passes = true;
    *plan = (PassPlan){0};
    char *words = arena_text(reader->arena, list, strlen(list));
    for (char *word = strtok(words, ","); word; word = strtok(NULL, ",")) {
        plan->items = arena_grow(reader->arena, plan->items, plan->count, &capacity, sizeof *plan->items);
        if (!read_pass(word, &plan->items[plan->count++]))
            return false;
    }
    return true;
}

/* A pass whose own name begins with no- is meant by that name. */
static bool read_feature(Reader *reader, const char *text) {
    bool off = !strncmp(text, "no-", 3) && pass_find(text) == PASS_COUNT;
    PassId pass;
    if (!read_pass(off ? text + 3 : text, &pass))
        return false;
    reader->options->feature[pass] = off ? -1 : 1;
    return true;
}

static bool read_dump(Reader *reader, const char *text) {
    Options *options = reader->options;
    DumpRequest request = {.before = !strncmp(text, "before:", 7)};
    if (!request.before && strncmp(text, "after:", 6))
        return complain("--dump wants after:STAGE or before:STAGE, not '%s'", text);
    char *stage = strchr(arena_text(reader->arena, text, strlen(text)), ':') + 1;
    char *colon = strchr(stage, ':');
    if (colon) {
        *colon = '\0';
        request.glob = colon + 1;
    }
    if (!read_point(stage, &request.point))
        return false;
    options->dumps =
        arena_grow(reader->arena, options->dumps, options->dump_count, &options->dump_capacity, sizeof *options->dumps);
    options->dumps[options->dump_count++] = request;
    return true;
}

static bool read_threshold(Reader *reader, const char *text) {
    char *end;
    reader->options->inline_threshold = strtod(text, &end);
    if (*text >= '0' && *text <= '9' && !*end)
        return true;
    return complain("--inline-threshold wants a number, not '%s'", text);
}

static bool read_remarks(Reader *reader, const char *text) {
    Options *options = reader->options;
    const char *colon = strchr(text, ':');
    options->remarks_regex = colon ? colon + 1 : NULL;
    char *kinds = arena_text(reader->arena, text, colon ? (size_t)(colon - text) : strlen(text));
    for (char *kind = strtok(kinds, ","); kind; kind = strtok(NULL, ",")) {
        if (strcmp(kind, "applied") != 0 && strcmp(kind, "missed") != 0)
            return complain("--remarks wants applied or missed, not '%s'", kind);
        options->remarks[*kind == 'a' ? REMARK_APPLIED : REMARK_MISSED] = true;
    }
    regex_t regex;
    if (!colon)
        return true;
    if (regcomp(&regex, colon + 1, REG_EXTENDED | REG_NOSUB))
        return complain("--remarks: '%s' is no regular expression", colon + 1);
    regfree(&regex);
    return true;
}

static bool read_colour(Reader *reader, const char *text) {
    int choice;
    if (!read_choice(reader, OPTION_COLOR, text, &choice))
        return false;
    if (choice)
        reader->options->colour = choice == 1;
    return true;
}

static bool read_jobs(Reader *reader, const char *text) {
    uint64_t number;
    if (!read_number("jobs", text, &number))
        return false;
    if (number < 1 || number > 1000)
        return complain("--jobs wants a number from 1 to 1000, not '%s'", text);
    reader->options->jobs = (int)number;
    return true;
}

static bool set_with_argument(Reader *reader, OptionId option, const char *text) {
    Options *options = reader->options;
    int choice = 0;
    switch ((int)option) {
    case OPTION_OUTPUT:
        options->output = text;
        return true;
    case OPTION_LEVEL:
        options->level = *text;
        return read_choice(reader, option, text, &choice);
    case OPTION_FEATURE:
        return read_feature(reader, text);
    case OPTION_PASSES:
        return read_passes(reader, text);
    case OPTION_INLINE_THRESHOLD:
        return read_threshold(reader, text);
    case OPTION_INLINE_HEURISTIC: {
        bool known = read_choice(reader, option, text, &choice);
        options->reference_heuristic = choice == 1;
        return known;
    }
    case OPTION_BISECT_LIMIT:
        options->has_bisect_limit = true;
        return read_number("opt-bisect-limit", text, &options->bisect_limit);
    case OPTION_REMARKS:
        return read_remarks(reader, text);
    case OPTION_TIME_PASSES:
        options->time_passes = true;
        options->times_as_json = text;
        return !text || read_choice(reader, option, text, &choice);
    case OPTION_GC:
        return read_gc(text, &options->gc);
    case OPTION_REFCOUNT: {
        bool known = read_choice(reader, option, text, &choice);
        options->counts_naively = choice == 1;
        return known;
    }
    case OPTION_EMIT: {
        bool known = read_choice(reader, option, text, &choice);
        options->emit = (EmitKind)choice;
        return known;
    }
    case OPTION_KEEP_C:
        options->keep_c = text;
        return true;
    case OPTION_JOBS:
        return read_jobs(reader, text);
    case OPTION_AFTER:
        return read_point(text, &options->after);
    case OPTION_AT:
        options->has_at = true;
        return read_point(text, &options->at);
    case OPTION_FORMAT:
        options->format = text;
        return read_choice(reader, option, text, &choice);
    case OPTION_MAX_OPS:
        return read_number("max-ops", text, &options->max_ops);
    case OPTION_DUMP:
        return read_dump(reader, text);
    case OPTION_DIFF:
        return read_pass(text, &options->diff);
    case OPTION_DUMP_FORMAT: {
        bool known = read_choice(reader, option, text, &choice);
        options->dumps_drawn = choice == 1;
        return known;
    }
    case OPTION_SHUFFLE_SEED:
        return read_number("shuffle-seed", text, &options->shuffle_seed);
    case OPTION_COLOR:
        return read_colour(reader, text);
    case OPTION_MESSAGE_FORMAT: {
        bool known = read_choice(reader, option, text, &choice);
        options->json = choice == 1;
        return known;
    }
    default:
        return false;
    }
}

static void set_switch(Options *options, OptionId option) {
    switch ((int)option) {
    case OPTION_DEBUG_INFO:
        options->debug_info = true;
        break;
    case OPTION_LIBRARY:
        options->library = true;
        break;
    case OPTION_TYPES:
        options->types = true;
        break;
    case OPTION_STATS:
        options->stats = true;
        break;
    case OPTION_VERIFY:
        options->verify = true;
        break;
    case OPTION_NO_VERIFY:
        options->verify = false;
        break;
    case OPTION_VERBOSE:
        options->verbose = true;
        break;
    default:
        break;
    }
}

/* ---- getopt ------------------------------------------------------------------------------------- */

enum { LONG_BASE = 256 }; /* getopt_long's value of a long option: LONG_BASE + its id */

/* "[WORD]": an argument that may be left out. */
static int argument_need(const OptionInfo *info) {
    if (!info->argument)
        return no_argument;
    bool may_lack = *info->argument == '[' && info->argument[strlen(info->argument) - 1] == ']';
    return may_lack ? optional_argument : required_argument;
}

/* The options of one set, as getopt_long wants them. `letters` has room for 3 characters an option. */
static void getopt_tables(int set, struct option *longs, char *letters) {
    *letters++ = set & (IN_RUN | IN_EVAL) ? '+' : '-';
    *letters++ = ':';
    for (int i = 0; i < OPTION_COUNT; i++) {
        const OptionInfo *info = &option_info[i];
        if (!(info->commands & set))
            continue;
        *longs++ = (struct option){info->name, argument_need(info), NULL, LONG_BASE + i};
        if (!info->letter)
            continue;
        *letters++ = info->letter;
        if (info->argument)
            *letters++ = ':';
    }
    *longs = (struct option){0};
    *letters = '\0';
}

static OptionId option_of(int found, int set) {
    if (found >= LONG_BASE)
        return (OptionId)(found - LONG_BASE);
    int id = 0;
    while (id < OPTION_COUNT && (option_info[id].letter != found || !(option_info[id].commands & set)))
        id++;
    return (OptionId)id;
}

static bool unknown_option(int set, const char *text) {
    const char *names[OPTION_COUNT];
    int count = 0;
    for (int i = 0; i < OPTION_COUNT; i++)
        if (option_info[i].commands & set)
            names[count++] = option_info[i].name;
    if (strncmp(text, "--", 2))
        return complain("unknown option '%s'", text);
    char name[64];
    snprintf(name, sizeof name, "%.*s", (int)strcspn(text + 2, "="), text + 2);
    const char *near = help_nearest(name, names, count);
    if (near)
        return complain("unknown option '--%s'; did you mean '--%s'?", name, near);
    return complain("unknown option '--%s'", name);
}

static void add_operand(Reader *reader, char *text) {
    Options *options = reader->options;
    options->operands[options->operand_count++] = text;
}

/* Called for each thing getopt_long finds. False: stop, *exit_code is set. */
static bool take(Reader *reader, int found, char *const *argv, int before, ExitCode *exit_code) {
    *exit_code = EXIT_USAGE;
    if (found == 1) {
        add_operand(reader, optarg);
        return true;
    }
    if (found == ':')
        return complain("option '%s' wants an argument", argv[optind - 1]);
    if (found == '?')
        return unknown_option(reader->set, argv[before]);
    OptionId id = option_of(found, reader->set);
    if (id == OPTION_HELP) {
        help_command(stdout, reader->options->command);
        *exit_code = EXIT_FINE;
        return false;
    }
    if (option_info[id].argument)
        return set_with_argument(reader, id, optarg);
    set_switch(reader->options, id);
    return true;
}

static bool read_all(Reader *reader, int argc, char **argv, ExitCode *exit_code) {
    struct option longs[OPTION_COUNT + 1];
    char letters[3 * OPTION_COUNT + 3];
    getopt_tables(reader->set, longs, letters);
    opterr = 0;
    for (;;) {
        int before = optind;
        int found = getopt_long(argc, argv, letters, longs, NULL);
        if (found == -1)
            break;
        if (!take(reader, found, argv, before, exit_code))
            return false;
    }
    while (optind < argc)
        add_operand(reader, argv[optind++]);
    return true;
}

/* ---- commands ------------------------------------------------------------------------------------ */

static bool read_main_option(int argc, char **argv, ExitCode *exit_code) {
    *exit_code = EXIT_FINE;
    if (argc < 2 || !strcmp(argv[1], "--help") || !strcmp(argv[1], "-h"))
        help_main(argc < 2 ? stderr : stdout);
    else if (!strcmp(argv[1], "--version"))
        printf("weft %s\n", WEFT_VERSION);
    else if (!strncmp(argv[1], "--completion", 12))
        help_completion(stdout);
    else if (!strcmp(argv[1], "--docs"))
        help_markdown(stdout);
    else {
        *exit_code = EXIT_USAGE;
        return unknown_option(IN_MAIN, argv[1]);
    }
    if (argc < 2)
        *exit_code = EXIT_USAGE;
    return false;
}

static bool read_command(const char *text, CommandId *command) {
    const char *names[COMMAND_COUNT];
    for (int i = 0; i < COMMAND_COUNT; i++)
        names[i] = command_info[i].text;
    int index = word_index(text, names, COMMAND_COUNT);
    *command = (CommandId)index;
    if (index < 0 && strchr(text, '.'))
        return complain("unknown command '%s'; did you mean 'weft run %s'?", text, text);
    return index >= 0 || unknown("command", text, names, COMMAND_COUNT);
}

static Options default_options(Arena *arena, int argc, CommandId command) {
    Options options = {.command = command, .level = '2', .gc = GC_GENERATIONAL, .inline_threshold = -1};
    options.after = (Point){STAGE_GC, PASS_COUNT};
    options.diff = PASS_COUNT;
    options.at = (Point){STAGE_LOW, PASS_COUNT};
    options.operands = arena_alloc(arena, (size_t)argc * sizeof(char *));
    options.colour = isatty(STDERR_FILENO) && !getenv("NO_COLOR");
#ifdef WEFT_DEBUG
    options.verify = true;
#endif
    return options;
}

static bool check_operands(const Options *options) {
    const CommandInfo *info = &command_info[options->command];
    bool wants_file = info->operands[0] == 'F';
    bool takes_more = strstr(info->operands, "...") != NULL;
    if (wants_file && !options->operand_count)
        return complain("%s: which file? (weft %s %s)", info->text, info->text, info->operands);
    if (!takes_more && options->operand_count > wants_file)
        return complain("%s: unexpected argument '%s'", info->text, options->operands[wants_file]);
    return true;
}

bool options_read(Arena *arena, int argc, char **argv, Options *options, ExitCode *exit_code) {
    if (argc < 2 || argv[1][0] == '-')
        return read_main_option(argc, argv, exit_code);
    *exit_code = EXIT_USAGE;
    CommandId command;
    if (!read_command(argv[1], &command))
        return false;
    *options = default_options(arena, argc, command);
    Reader reader = {arena, options, 1 << command};
    return read_all(&reader, argc - 1, argv + 1, exit_code) && check_operands(options);
}
