/* Sets of constants. The order of iteration shows how CPython's compiler makes them: it keeps a frozen set of the
 * items, which `in` and `for` take as it is and a display of at least three adds to an empty set. On the way that
 * frozen set is made again from itself, which can change the order of items that collide: once always, and once more if
 * an item is a text that was interned before as another object. Equal sets of one module are the first of them.
 */
#include "frontend/flow_internal.h"

#include <stdlib.h>
#include <string.h>

static bool all_folded(const AstList *items);

/* What CPython's compiler computes. Subscripts and texts with operators are not looked into: they are rare here. */
static bool is_folded(const Ast *node) {
    switch ((int)node->kind) {
    case AST_TUPLE:
        return all_folded(&node->list);
    case AST_UNARY:
        return is_folded(node->a);
    case AST_BINARY:
        return is_folded(node->a) && is_folded(node->b);
    default:
        return node->kind >= AST_INT && node->kind <= AST_ELLIPSIS;
    }
}

static bool all_folded(const AstList *items) {
    for (int i = 0; i < items->count; i++)
        if (!is_folded(items->items[i]))
            return false;
    return true;
}

/* ---- equal sets ---- */

static int compare_keys(const void *a, const void *b) {
    uint64_t x = *(const uint64_t *)a, y = *(const uint64_t *)b;
    return (x > y) - (x < y);
}

static uint64_t constant_key(const Ast *node) {
    uint64_t key = hash_u64(HASH_SEED, ((uint64_t)node->kind << 8) + node->op);
    key = hash_u64(key, (uint64_t)node->integer);
    key = hash_bytes(key, &node->number, sizeof node->number);
    if (node->text)
        key = hash_bytes(key, node->text, node->length ? node->length : strlen(node->text));
    const Ast *const parts[] = {node->a, node->b};
    for (int i = 0; i < 2; i++)
        key = parts[i] ? hash_u64(key, constant_key(parts[i])) : key;
    for (int i = 0; i < node->list.count; i++)
        key = hash_u64(key, constant_key(node->list.items[i]));
    return key;
}

/* Whatever the order of the items and however often each is there. */
static uint64_t set_key(Arena *arena, const AstList *items) {
    uint64_t *keys = arena_alloc(arena, (size_t)items->count * sizeof *keys);
    for (int i = 0; i < items->count; i++)
        keys[i] = constant_key(items->items[i]);
    qsort(keys, (size_t)items->count, sizeof *keys, compare_keys);
    uint64_t key = HASH_SEED;
    for (int i = 0; i < items->count; i++)
        if (i == 0 || keys[i] != keys[i - 1])
            key = hash_u64(key, keys[i]);
    return key;
}

/* ---- what the module says ---- */

static void note_text(FlowModule *module, const char *text) {
    for (const char *end; text && *text; text = *end ? end + 1 : end) {
        end = text + strcspn(text, ".");
        *map_put(module->flow->arena, &module->spoken, hash_bytes(HASH_SEED, text, (size_t)(end - text))) = 1;
    }
}

static void note(FlowModule *module, const Ast *node);

static void note_list(FlowModule *module, const AstList *list) {
    for (int i = 0; i < list->count; i++)
        note(module, list->items[i]);
}

/* The names in the tree, and the first of equal sets. */
static void note(FlowModule *module, const Ast *node) {
    if (!node)
        return;
    note_text(module, node->name);
    if (node->kind == AST_ALIAS)
        note_text(module, node->text);
    if (node->kind == AST_SET && all_folded(&node->list)) {
        Arena *arena = module->flow->arena;
        uint64_t *first = map_put(arena, &module->first_sets, set_key(arena, &node->list));
        *first = *first ? *first : (uint64_t)(uintptr_t)node;
    }
    const Ast *const parts[] = {node->a, node->b, node->c, node->d};
    for (int i = 0; i < 4; i++)
        note(module, parts[i]);
    note_list(module, &node->list);
    note_list(module, &node->list2);
}

/* The set in the program that this one is. */
static const Ast *first_equal(Builder *b, const Ast *node) {
    FlowModule *module = b->module;
    if (module->source->is_library)
        return node;
    if (!module->first_sets.count)
        note(module, module->source->tree);
    const uint64_t *first = map_find(&module->first_sets, set_key(b->scratch, &node->list));
    return first ? (const Ast *)(uintptr_t)*first : node;
}

/* ---- interned texts ---- */

static bool is_startup_name(const char *text, size_t length) {
    static const char *const lines[] = {
#define NAMES(words) words,
#include "frontend/startup.def"
    };
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++)
        for (const char *word = lines[i], *end; *word; word = *end ? end + 1 : end) {
            end = word + strcspn(word, " ");
            if ((size_t)(end - word) == length && !memcmp(word, text, length))
                return true;
        }
    return false;
}

static bool is_interned_before(const FlowModule *module, const Ast *node) {
    static const char letters[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_";
    if (node->kind != AST_STR || strspn(node->text, letters) != node->length)
        return false;
    if (is_startup_name(node->text, node->length))
        return true;
    return node->length > 1 && map_find(&module->spoken, hash_bytes(HASH_SEED, node->text, node->length));
}

static bool has_interned(const FlowModule *module, const AstList *items) {
    for (int i = 0; i < items->count; i++)
        if (is_interned_before(module, items->items[i]))
            return true;
    return false;
}

/* ---- the sets ---- */

static Value *made_by(Builder *b, const Ast *node, const char *function, Value *items) {
    const Pos *pos = flow_pos(b, node);
    return flow_call(b, pos, flow_builtin(b, pos, function), &items, 1);
}

/* The items of the constant, in an order that gives the right one if a set is made of them. */
static Value *constant_items(Builder *b, const Ast *node) {
    const Ast *first = first_equal(b, node);
    Value **items = arena_alloc(b->scratch, (size_t)first->list.count * sizeof *items);
    for (int i = 0; i < first->list.count; i++)
        items[i] = flow_expr(b, first->list.items[i]);
    Value *all = flow_emit(b, OP_BUILD_SET, flow_pos(b, node), items, first->list.count)->result;
    return has_interned(b->module, &first->list) ? made_by(b, node, "_folded_set", all) : all;
}

Value *flow_constant_set(Builder *b, const Ast *node) {
    bool is_constant = node->list.count > 2 && all_folded(&node->list);
    return is_constant ? made_by(b, node, "_constant_set", constant_items(b, node)) : NULL;
}

Value *flow_iterable(Builder *b, const Ast *node) {
    if (node->kind != AST_SET || !all_folded(&node->list))
        return flow_expr(b, node);
    return made_by(b, node, "_folded_set", constant_items(b, node));
}
