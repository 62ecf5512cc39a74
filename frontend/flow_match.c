/* match statements: patterns as tests and assignments.
 *
 * Names are bound once the whole pattern has matched: until then what they capture waits in variables of its own, which
 * the alternatives of an or-pattern share. Sequences are lists, tuples and ranges, mappings are dicts.
 */
#include "frontend/flow_internal.h"

#include <string.h>

typedef struct Capture {
    struct Capture *next;
    const Ast *node;
    const char *name;
    uint32_t variable;
} Capture;

typedef struct Matching {
    Builder *b;
    BlockList failed;
    Capture *first, *last;
} Matching;

static void pattern(Matching *m, const Ast *node, Value *value);

static void capture(Matching *m, const Ast *node, const char *name, Value *value) {
    Capture *at = m->first;
    while (at && at->name != name)
        at = at->next;
    if (!at) {
        at = arena_alloc(m->b->scratch, sizeof *at);
        *at = (Capture){NULL, node, name, ssi_variable(m->b, name)};
        if (m->last)
            m->last->next = at;
        else
            m->first = at;
        m->last = at;
    }
    ssi_write(m->b, at->variable, value);
}

static void fail(Matching *m, BlockList blocks) {
    if (!m->failed.first)
        m->failed = blocks;
    else if (blocks.first) {
        m->failed.last->next = blocks.first;
        m->failed.last = blocks.last;
    }
}

static void require(Matching *m, const Pos *pos, Value *condition) {
    Outcome outcome = flow_truth(m->b, condition, pos);
    fail(m, outcome.no);
    flow_merge(m->b, outcome.yes);
}

static void require_instance(Matching *m, const Pos *pos, Value *value, Value *class) {
    require(m, pos, flow_op2(m->b, OP_ISINSTANCE, pos, value, class));
}

/* ---- or ---- */

static void or_pattern(Matching *m, const Ast *node, Value *value) {
    Builder *b = m->b;
    Block *matched = ssi_block(b);
    BlockList outside = m->failed;
    for (int i = 0; i < node->list.count && b->block; i++) {
        m->failed = (BlockList){NULL, NULL};
        pattern(m, node->list.items[i], value);
        ssi_jump(b, matched);
        flow_merge(b, m->failed);
    }
    m->failed = outside;
    if (b->block) {
        BlockNode *last = arena_alloc(b->scratch, sizeof *last);
        last->block = b->block;
        fail(m, (BlockList){last, last});
    }
    ssi_start(b, matched);
}

/* ---- sequences ---- */

static Value *sequence_classes(Builder *b, const Pos *pos) {
    Value *classes[] = {flow_builtin(b, pos, "list"), flow_builtin(b, pos, "tuple"), flow_builtin(b, pos, "range")};
    return flow_emit(b, OP_BUILD_TUPLE, pos, classes, 3)->result;
}

static int find_star(const AstList *list) {
    for (int i = 0; i < list->count; i++)
        if (list->items[i]->kind == AST_PAT_STAR)
            return i;
    return -1;
}

static void capture_star(Matching *m, const Ast *star, Value *value, int before, int after) {
    if (!star->name)
        return;
    Builder *b = m->b;
    const Pos *pos = flow_pos(b, star);
    Value *stop = after ? flow_int(b, -after) : b->flow->none;
    Value *part =
        flow_emit(b, OP_GETSLICE, pos, (Value *[]){value, flow_int(b, before), stop, b->flow->none}, 4)->result;
    capture(m, star, star->name, flow_call(b, pos, flow_builtin(b, pos, "list"), &part, 1));
}

static void sequence_pattern(Matching *m, const Ast *node, Value *value) {
    Builder *b = m->b;
    const Pos *pos = flow_pos(b, node);
    int star = find_star(&node->list), count = node->list.count;
    require_instance(m, pos, value, sequence_classes(b, pos));
    Value *length = flow_op1(b, OP_LEN, pos, value);
    Value *wanted = flow_int(b, star < 0 ? count : count - 1);
    require(m, pos, flow_op2(b, star < 0 ? OP_EQ : OP_GE, pos, length, wanted));
    for (int i = 0; i < count; i++) {
        if (i == star) {
            capture_star(m, node->list.items[i], value, star, count - star - 1);
            continue;
        }
        Value *index = flow_int(b, star >= 0 && i > star ? i - count : i);
        pattern(m, node->list.items[i], flow_op2(b, OP_GETITEM, pos, value, index));
    }
}

/* ---- mappings ---- */

static void mapping_pattern(Matching *m, const Ast *node, Value *value) {
    Builder *b = m->b;
    const Pos *pos = flow_pos(b, node);
    int count = node->list.count;
    Value **keys = arena_alloc(b->scratch, (size_t)count * sizeof *keys);
    require_instance(m, pos, value, flow_builtin(b, pos, "dict"));
    for (int i = 0; i < count; i++) {
        keys[i] = flow_expr(b, node->list.items[i]);
        require(m, pos, flow_op2(b, OP_CONTAINS, pos, value, keys[i]));
        pattern(m, node->list2.items[i], flow_op2(b, OP_GETITEM, pos, value, keys[i]));
    }
    if (!node->name)
        return;
    Value *rest = flow_call(b, pos, flow_builtin(b, pos, "dict"), &value, 1);
    for (int i = 0; i < count; i++)
        flow_op2(b, OP_DELITEM, pos, rest, keys[i]);
    capture(m, node, node->name, rest);
}

/* ---- classes ---- */

/* Classes whose only positional pattern is for the object itself. */
static bool matches_itself(Builder *b, const Ast *class) {
    static const char *const names[] = {"bool", "bytes", "dict", "float", "frozenset", "int",
                                        "list", "set",   "str",  "tuple", "bytearray"};
    const char *name = flow_builtin_name(b, class);
    for (size_t i = 0; name && i < sizeof names / sizeof names[0]; i++)
        if (!strcmp(name, names[i]))
            return true;
    return false;
}

static const Ast *find_class(const AstList *list, const char *name) {
    for (int i = list->count; i--;)
        if (list->items[i]->kind == AST_CLASS_DEF && list->items[i]->name == name)
            return list->items[i];
    return NULL;
}

static bool is_dataclass(const Ast *class) {
    for (int i = 0; i < class->list2.count; i++) {
        const Ast *decorator = class->list2.items[i];
        if (decorator->kind == AST_CALL)
            decorator = decorator->a;
        if (decorator->name && !strcmp(decorator->name, "dataclass"))
            return true;
    }
    return false;
}

/* The attribute for positional pattern number `index`: from a literal __match_args__ or a dataclass's fields. */
static const char *match_arg(Builder *b, const Ast *class, int index) {
    bool is_data = is_dataclass(class);
    for (int i = 0; i < class->list.count; i++) {
        const Ast *node = class->list.items[i];
        bool is_args = node->kind == AST_ASSIGN && node->list.items[0]->kind == AST_NAME &&
                       !strcmp(node->list.items[0]->name, "__match_args__");
        if (is_args && (node->a->kind == AST_TUPLE || node->a->kind == AST_LIST) && index < node->a->list.count &&
            node->a->list.items[index]->kind == AST_STR)
            return flow_intern(b, node->a->list.items[index]->text);
    }
    for (int i = 0; is_data && i < class->list.count; i++) {
        const Ast *node = class->list.items[i];
        if (node->kind == AST_ANN_ASSIGN && node->a->kind == AST_NAME && index-- == 0)
            return node->a->name;
    }
    return NULL;
}

static const char *positional_attribute(Builder *b, const Ast *node, int index) {
    const Ast *class = node->a->kind == AST_NAME ? find_class(&b->module->source->tree->list, node->a->name) : NULL;
    const char *name = class ? match_arg(b, class, index) : NULL;
    if (!name)
        flow_unsupported(b, "U0108", node, "positional patterns for this class",
                         "its `__match_args__` are not known while compiling", "name the attributes: C(x=..)");
    return name;
}

static void class_pattern(Matching *m, const Ast *node, Value *value) {
    Builder *b = m->b;
    const Pos *pos = flow_pos(b, node);
    require_instance(m, pos, value, flow_expr(b, node->a));
    if (node->list.count == 1 && matches_itself(b, node->a)) {
        pattern(m, node->list.items[0], value);
    } else {
        for (int i = 0; i < node->list.count; i++) {
            const char *name = positional_attribute(b, node, i);
            if (name)
                pattern(m, node->list.items[i], flow_getattr(b, pos, value, name));
        }
    }
    for (int i = 0; i < node->list2.count; i++)
        pattern(m, node->list2.items[i]->a, flow_getattr(b, pos, value, node->list2.items[i]->name));
}

static void pattern(Matching *m, const Ast *node, Value *value) {
    Builder *b = m->b;
    if (!b->block)
        return;
    const Pos *pos = flow_pos(b, node);
    switch ((int)node->kind) {
    case AST_PAT_VALUE:
        require(m, pos, flow_op2(b, OP_EQ, pos, value, flow_expr(b, node->a)));
        break;
    case AST_PAT_SINGLETON:
        require(m, pos, flow_op2(b, OP_IS, pos, value, flow_expr(b, node->a)));
        break;
    case AST_PAT_OR:
        or_pattern(m, node, value);
        break;
    case AST_PAT_SEQUENCE:
        sequence_pattern(m, node, value);
        break;
    case AST_PAT_MAPPING:
        mapping_pattern(m, node, value);
        break;
    case AST_PAT_CLASS:
        class_pattern(m, node, value);
        break;
    default:
        if (node->a)
            pattern(m, node->a, value);
        if (node->name)
            capture(m, node, node->name, value);
    }
}

static void match_case(Builder *b, const Ast *node, Value *subject, Block *after) {
    Matching m = {.b = b};
    pattern(&m, node->a, subject);
    for (const Capture *at = m.first; at; at = at->next)
        flow_write_name(b, flow_pos(b, at->node), at->name, ssi_read(b, at->variable));
    if (node->b) {
        Outcome guard = flow_condition(b, node->b, flow_pos(b, node->b));
        fail(&m, guard.no);
        flow_merge(b, guard.yes);
    }
    flow_statements(b, &node->list);
    ssi_jump(b, after);
    flow_merge(b, m.failed);
}

void flow_match(Builder *b, const Ast *node) {
    Value *subject = flow_expr(b, node->a);
    Block *after = ssi_block(b);
    for (int i = 0; i < node->list.count && b->block; i++)
        match_case(b, node->list.items[i], subject, after);
    ssi_jump(b, after);
    ssi_start(b, after);
}
