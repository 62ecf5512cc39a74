/* Targets: assignment, augmented assignment, deletion; subscripts. */
#include "frontend/flow_internal.h"

#include <string.h>

/* ---- subscripts ---- */

/* The object and the index, or start, stop and step, in their order of evaluation. */
typedef struct Place {
    bool is_slice;
    Value *args[5]; /* one more: the value to be stored */
    int count;
} Place;

static Place subscript_place(Builder *b, const Ast *node) {
    const Ast *index = node->b;
    Place place = {.is_slice = index->kind == AST_SLICE, .count = 2};
    place.args[0] = flow_expr(b, node->a);
    if (!place.is_slice) {
        place.args[1] = flow_expr(b, index);
        return place;
    }
    place.args[1] = index->a ? flow_expr(b, index->a) : b->flow->none;
    place.args[2] = index->b ? flow_expr(b, index->b) : b->flow->none;
    place.args[3] = index->c ? flow_expr(b, index->c) : b->flow->none;
    place.count = 4;
    return place;
}

static Value *load_place(Builder *b, const Pos *pos, const Place *place) {
    return flow_emit(b, place->is_slice ? OP_GETSLICE : OP_GETITEM, pos, place->args, place->count)->result;
}

static void store_place(Builder *b, const Pos *pos, Place *place, Value *value) {
    place->args[place->count] = value;
    flow_emit(b, place->is_slice ? OP_SETSLICE : OP_SETITEM, pos, place->args, place->count + 1);
}

Value *flow_subscript(Builder *b, const Ast *node) {
    Place place = subscript_place(b, node);
    return load_place(b, flow_pos(b, node), &place);
}

/* ---- assignment ---- */

static int find_starred(const Ast *target) {
    for (int i = 0; i < target->list.count; i++)
        if (target->list.items[i]->kind == AST_STARRED)
            return i;
    return -1;
}

static void unpack(Builder *b, const Ast *target, Value *value) {
    const Pos *pos = flow_pos(b, target);
    int starred = find_starred(target), count = target->list.count;
    Op *op = flow_emit(b, starred < 0 ? OP_UNPACK : OP_UNPACK_STAR, pos, &value, 1);
    op->integer = starred < 0 ? count : starred + 256 * (count - starred - 1);
    Value *items = op->result;
    for (int i = 0; i < count; i++) {
        const Ast *item = target->list.items[i];
        Value *part = flow_op2(b, OP_GETITEM, pos, items, flow_int(b, i));
        flow_assign(b, item->kind == AST_STARRED ? item->a : item, part);
    }
}

static const char *attribute_name(Builder *b, const Ast *node) {
    return scope_mangle(b->module->scopes, b->scope, node->name);
}

static void set_attribute(Builder *b, const Ast *node, Value *object, Value *value) {
    flow_named(b, OP_SETATTR, flow_pos_attribute(b, node), attribute_name(b, node), (Value *[]){object, value}, 2);
}

/* sys.stdout = ..: what print() writes would still go to the old one. */
static void check_stream(Builder *b, const Ast *target) {
    bool is_stream = !strcmp(target->name, "stdout") || !strcmp(target->name, "stdin");
    if (is_stream && target->a->kind == AST_NAME && !strcmp(target->a->name, "sys"))
        flow_unsupported(b, "U0118", target, "another standard stream",
                         "print() and input() use those that the program was started with",
                         "give the file to print(.., file=f), or call its methods");
}

void flow_assign(Builder *b, const Ast *target, Value *value) {
    switch ((int)target->kind) {
    case AST_NAME:
        flow_write_name(b, flow_pos(b, target), target->name, value);
        break;
    case AST_ATTRIBUTE: {
        Value *object = flow_expr(b, target->a);
        check_stream(b, target);
        set_attribute(b, target, object, value);
        break;
    }
    case AST_SUBSCRIPT: {
        Place place = subscript_place(b, target);
        store_place(b, flow_pos(b, target), &place, value);
        break;
    }
    default:
        unpack(b, target, value);
    }
}

static Value *operate(Builder *b, const Ast *node, Value *old) {
    Value *operand = flow_expr(b, node->b);
    return flow_op2(b, flow_binary_op(node->op, true), flow_pos(b, node), old, operand);
}

void flow_aug_assign(Builder *b, const Ast *node) {
    const Ast *target = node->a;
    if (target->kind == AST_NAME) {
        Value *result = operate(b, node, flow_read_name(b, target));
        flow_write_name(b, flow_pos(b, target), target->name, result);
    } else if (target->kind == AST_ATTRIBUTE) {
        Value *object = flow_expr(b, target->a);
        Value *old = flow_getattr(b, flow_pos_attribute(b, target), object, attribute_name(b, target));
        set_attribute(b, target, object, operate(b, node, old));
    } else {
        Place place = subscript_place(b, target);
        Value *old = load_place(b, flow_pos(b, target), &place);
        store_place(b, flow_pos(b, target), &place, operate(b, node, old));
    }
}

void flow_delete(Builder *b, const Ast *target) {
    if (target->kind == AST_NAME) {
        flow_delete_name(b, target);
    } else if (target->kind == AST_ATTRIBUTE) {
        Value *object = flow_expr(b, target->a);
        flow_named(b, OP_DELATTR, flow_pos_attribute(b, target), attribute_name(b, target), &object, 1);
    } else if (target->kind == AST_SUBSCRIPT) {
        Place place = subscript_place(b, target);
        flow_emit(b, place.is_slice ? OP_DELSLICE : OP_DELITEM, flow_pos(b, target), place.args, place.count);
    } else {
        for (int i = 0; i < target->list.count; i++)
            flow_delete(b, target->list.items[i]);
    }
}
