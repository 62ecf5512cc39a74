/* Pictures of graphs: a node a block, a cluster a graph. libcgraph builds the digraph; libgvc, which lays it out and
 * paints it, is loaded only when that is asked for. */
#include "ir/print.h"

#include <dlfcn.h>
#include <graphviz/cgraph.h>
#include <stdlib.h>
#include <string.h>

enum { MAX_LINE = 110, MAX_SOURCE = 80 };

typedef struct Picture {
    Arena *arena;
    Agraph_t *root, *cluster;
    int number;        /* of the cluster */
    const Map *marked; /* its blocks in another colour, or NULL */
    char *text;        /* what the writer wrote last */
    size_t length;
    Writer writer; /* its stream fills `text` */
} Picture;

/* ---- text ---- */

/* Starts a fresh text; picture->text is complete after end_text. */
static void begin_text(Picture *picture) {
    picture->writer.out = open_memstream(&picture->text, &picture->length);
    if (!picture->writer.out)
        abort();
}

/* The text in the arena, cut to `limit` characters. */
static const char *end_text(Picture *picture, size_t limit) {
    fclose(picture->writer.out);
    char *text = picture->text;
    const char *copy;
    if (picture->length > limit) {
        while (limit && ((unsigned char)text[limit] & 0xc0) == 0x80)
            limit--;
        copy = arena_printf(picture->arena, "%.*s...", (int)limit, text);
    } else {
        copy = arena_text(picture->arena, text, picture->length);
    }
    free(text);
    return copy;
}

static void put_html(FILE *out, const char *text, size_t length) {
    for (size_t i = 0; i < length; i++)
        switch (text[i]) {
        case '&':
            fputs("&amp;", out);
            break;
        case '<':
            fputs("&lt;", out);
            break;
        case '>':
            fputs("&gt;", out);
            break;
        case '"':
            fputs("&quot;", out);
            break;
        default:
            putc(text[i], out);
        }
}

/* ---- nodes ---- */

static const char *head_colour(const Picture *picture, const Block *block) {
    const Graph *graph = block->graph;
    if (picture->marked && map_get_ptr(picture->marked, block))
        return "#ffee58";
    if (block == graph->return_block)
        return "#c8e6c9";
    if (block == graph->except_block)
        return "#ffcdd2";
    return block == graph->start ? "#bbdefb" : "#eceff1";
}

static void begin_row(FILE *out) {
    fputs("<TR><TD ALIGN=\"LEFT\" BALIGN=\"LEFT\">", out);
}

/* The source line an op comes from, in grey, where it differs from the previous op's. */
static void put_source(const Picture *picture, FILE *out, const Pos *pos) {
    int length = 0;
    const char *line = pos->file ? source_line(picture->arena, pos->file, (int)pos->line, &length) : NULL;
    for (; line && length && (*line == ' ' || *line == '\t'); length--)
        line++;
    fprintf(out, "<FONT COLOR=\"#78909c\">%u%s", pos->line, line ? ": " : "");
    if (line)
        put_html(out, line, length > MAX_SOURCE ? MAX_SOURCE : (size_t)length);
    else if (pos->function)
        put_html(out, " in ", 4), put_html(out, pos->function, strlen(pos->function));
    fputs("</FONT><BR ALIGN=\"LEFT\"/>", out);
}

static bool same_line(const Pos *a, const Pos *b) {
    return a && a->file == b->file && a->line == b->line;
}

static void put_ops(Picture *picture, FILE *out, const Block *block) {
    begin_row(out);
    const Pos *previous = NULL;
    for (int i = 0; i < block->op_count; i++) {
        const Op *op = block->ops[i];
        if (op->pos && !same_line(previous, op->pos))
            put_source(picture, out, op->pos);
        previous = op->pos;
        begin_text(picture);
        print_op(&picture->writer, op);
        const char *text = end_text(picture, MAX_LINE);
        put_html(out, text, strlen(text));
        fputs("<BR ALIGN=\"LEFT\"/>", out);
    }
    fputs("</TD></TR>", out);
}

static void put_switch(Picture *picture, FILE *out, const Block *block) {
    begin_row(out);
    begin_text(picture);
    if (block->switch_kind == SWITCH_VALUE) {
        fputs("switch ", picture->writer.out);
        print_values(&picture->writer, &block->switch_value, 1);
    } else {
        fputs("on_exception", picture->writer.out);
    }
    const char *text = end_text(picture, MAX_LINE);
    fputs("<B>", out);
    put_html(out, text, strlen(text));
    fputs("</B></TD></TR>", out);
}

/* The block as an HTML-like table: head, ops, switch. */
static const char *block_label(Picture *picture, const Block *block) {
    char *label;
    size_t length;
    FILE *out = open_memstream(&label, &length);
    if (!out)
        abort();
    fprintf(out,
            "<TABLE BORDER=\"0\" CELLBORDER=\"1\" CELLSPACING=\"0\" CELLPADDING=\"4\"><TR>"
            "<TD ALIGN=\"LEFT\" BGCOLOR=\"%s\"><B>",
            head_colour(picture, block));
    begin_text(picture);
    print_block_head(&picture->writer, block);
    const char *head = end_text(picture, MAX_LINE);
    put_html(out, head, strlen(head));
    fputs("</B></TD></TR>", out);
    if (block->op_count)
        put_ops(picture, out, block);
    if (block->switch_kind != SWITCH_NONE)
        put_switch(picture, out, block);
    fputs("</TABLE>", out);
    fclose(out);
    const char *copy = arena_text(picture->arena, label, length);
    free(label);
    return copy;
}

static void set(void *object, const char *name, const char *value) {
    agset(object, (char *)name, (char *)value);
}

static Agnode_t *node_of(const Picture *picture, const Block *block, int create) {
    return agnode(picture->cluster, arena_printf(picture->arena, "g%d_b%u", picture->number, block->id), create);
}

static void draw_block(Picture *picture, const Block *block) {
    Agnode_t *node = node_of(picture, block, 1);
    char *html = agstrdup_html(picture->root, (char *)block_label(picture, block));
    set(node, "label", html);
    agstrfree(picture->root, html);
}

/* ---- edges ---- */

/* Plain labels take backslashes as escapes. */
static const char *escaped(Arena *arena, const char *text) {
    char *out = arena_alloc(arena, strlen(text) * 2 + 1), *at = out;
    for (; *text; text++) {
        if (*text == '\\')
            *at++ = '\\';
        *at++ = *text;
    }
    return out;
}

static const char *link_label(Picture *picture, const Link *link) {
    begin_text(picture);
    putc(' ', picture->writer.out); /* keeps the label off its edge */
    if (link->kind != CASE_NONE)
        print_case(&picture->writer, link);
    fputs(link->kind != CASE_NONE && link->arg_count ? " (" : "", picture->writer.out);
    print_values(&picture->writer, link->args, link->arg_count);
    fputs(link->kind != CASE_NONE && link->arg_count ? ")" : "", picture->writer.out);
    return escaped(picture->arena, end_text(picture, MAX_LINE));
}

static const char *link_colour(const Link *link) {
    if (link->kind == CASE_EXCEPTION)
        return "#d32f2f";
    if (link->kind == CASE_BOOL)
        return link->integer ? "#388e3c" : "#f57c00";
    return link->target == link->target->graph->except_block ? "#d32f2f" : "#37474f";
}

static void draw_link(Picture *picture, const Link *link) {
    Agnode_t *from = node_of(picture, link->source, 0), *to = node_of(picture, link->target, 0);
    Agedge_t *edge = agedge(picture->cluster, from, to, NULL, 1);
    const char *colour = link_colour(link);
    set(edge, "label", link_label(picture, link));
    set(edge, "color", colour);
    set(edge, "fontcolor", colour);
    if (link->kind == CASE_EXCEPTION)
        set(edge, "style", "dashed");
}

/* ---- graphs ---- */

/* Defaults are declared on the root, so that agset finds the attributes. */
static void declare_attributes(Agraph_t *root) {
    static const struct {
        int kind;
        const char *name, *value;
    } attributes[] = {
        {AGRAPH, "fontname", "DejaVu Sans Mono"},
        {AGRAPH, "fontsize", "12"},
        {AGRAPH, "label", ""},
        {AGRAPH, "labeljust", "l"},
        {AGRAPH, "color", "black"},
        {AGRAPH, "rankdir", "TB"},
        {AGNODE, "fontname", "DejaVu Sans Mono"},
        {AGNODE, "fontsize", "10"},
        {AGNODE, "shape", "plain"},
        {AGNODE, "label", ""},
        {AGEDGE, "fontsize", "9"},
        {AGEDGE, "fontname", "DejaVu Sans Mono"},
        {AGEDGE, "label", ""},
        {AGEDGE, "color", "black"},
        {AGEDGE, "fontcolor", "black"},
        {AGEDGE, "style", "solid"},
    };
    for (size_t i = 0; i < sizeof attributes / sizeof *attributes; i++)
        agattr(root, attributes[i].kind, (char *)attributes[i].name, (char *)attributes[i].value);
}

/* Whether the picture shows the block: return and except block only if something leads there. */
static bool *shown_blocks(Picture *picture, Graph *graph) {
    bool *shown = arena_alloc(picture->arena, (size_t)graph->block_count);
    LinkIndex *index = link_index(picture->arena, graph);
    for (int i = 0; i < graph->block_count; i++)
        shown[i] = graph->blocks[i] == graph->start || index->counts[i];
    return shown;
}

static void draw_graph(Picture *picture, const PictureGraph *drawn) {
    Graph *graph = drawn->graph;
    graph_renumber(graph);
    picture->marked = drawn->marked;
    picture->cluster = agsubg(picture->root, arena_printf(picture->arena, "cluster_%d", picture->number), 1);
    set(picture->cluster, "label", escaped(picture->arena, drawn->title ? drawn->title : graph->name));
    set(picture->cluster, "color", "#90a4ae");
    picture->writer.graph = graph;
    const bool *shown = shown_blocks(picture, graph);
    for (int i = 0; i < graph->block_count; i++)
        if (shown[i])
            draw_block(picture, graph->blocks[i]);
    for (int i = 0; i < graph->block_count; i++)
        for (int j = 0; j < graph->blocks[i]->exit_count; j++)
            draw_link(picture, graph->blocks[i]->exits[j]);
}

/* ---- rendering ---- */

/* The functions of libgvc that are used; types as in its header gvc.h. */
typedef struct Renderer {
    void *library;
    void *(*context)(void);
    int (*layout)(void *context, Agraph_t *graph, const char *engine);
    int (*render)(void *context, Agraph_t *graph, const char *format, char **result, unsigned *length);
    void (*free_data)(char *data);
    int (*free_layout)(void *context, Agraph_t *graph);
    int (*free_context)(void *context);
} Renderer;

static bool load_renderer(Renderer *renderer) {
    renderer->library = dlopen("libgvc.so.6", RTLD_NOW);
    if (!renderer->library)
        return false;
    const struct {
        const char *name;
        void *slot;
    } symbols[] = {{"gvContext", &renderer->context},        {"gvLayout", &renderer->layout},
                   {"gvRenderData", &renderer->render},      {"gvFreeRenderData", &renderer->free_data},
                   {"gvFreeLayout", &renderer->free_layout}, {"gvFreeContext", &renderer->free_context}};
    for (size_t i = 0; i < sizeof symbols / sizeof *symbols; i++) {
        void *symbol = dlsym(renderer->library, symbols[i].name);
        if (!symbol)
            return false;
        memcpy(symbols[i].slot, &symbol, sizeof symbol);
    }
    return true;
}

static bool render(Picture *picture, PictureFormat format, FILE *out, const char **error) {
    Renderer renderer;
    if (!load_renderer(&renderer)) {
        *error = arena_printf(picture->arena, "pictures need Graphviz' library libgvc: %s", dlerror());
        return false;
    }
    void *context = renderer.context();
    char *data = NULL;
    unsigned length = 0;
    bool done = !renderer.layout(context, picture->root, "dot");
    if (done) {
        done = !renderer.render(context, picture->root, format == PICTURE_SVG ? "svg" : "png", &data, &length);
        done = done && fwrite(data, 1, length, out) == length;
        renderer.free_data(data);
        renderer.free_layout(context, picture->root);
    }
    renderer.free_context(context);
    if (!done)
        *error = "Graphviz could not render the picture";
    return done;
}

bool graphs_draw(Arena *arena, const PictureGraph *graphs, int count, PictureFormat format, FILE *out,
                 const char **error) {
    Picture picture = {.arena = arena, .root = agopen((char *)"weft", Agdirected, NULL)};
    declare_attributes(picture.root);
    for (int i = 0; i < count; i++) {
        picture.number = i;
        picture.writer = print_writer(arena, graphs[i].graph->program, NULL);
        picture.writer.hides_positions = true;
        draw_graph(&picture, &graphs[i]);
    }
    bool done = true;
    if (format != PICTURE_DOT)
        done = render(&picture, format, out, error);
    else if (agwrite(picture.root, out)) {
        done = false;
        *error = "the picture cannot be written";
    }
    agclose(picture.root);
    return done;
}
