/* Lowering of generators. The graph of a generator function keeps its shape: called, it gives a generator; resumed, it
 * runs up to the next `suspend` or to its return block, having stored the result in the generator. A graph transform
 * makes two functions of it (gctransform/generators.c). */
#include "frontend/lower_internal.h"

static Value *this_generator(Lower *lower) {
    Type *type = inst_type(lower, lower->body->generator);
    return emit_op(lower, OP_GENERATOR, type_ptr(lower->types, type), NULL, 0)->result;
}

/* The shape of an attribute of the generator; of no representation if nobody sets it. */
static Shape *attribute_shape(Lower *lower, const char *name) {
    return cell_shape(lower->inf, inst_slot(lower->inf, lower->body->generator, intern(lower->inf->names, name))->cell);
}

static void lower_yield(Lower *lower) {
    Value *item = convert(lower, hl_arg(lower, 0), cell_shape(lower->inf, lower->body->yielded));
    emit_op(lower, OP_SUSPEND, NULL, &item, 1);
}

static Typed attribute(Lower *lower, const char *name) {
    Shape *shape = attribute_shape(lower, name);
    Type *type = shape_type(lower, shape);
    if (type->kind == TY_VOID)
        return typed(const_void(lower->program), typed_is_empty(typed(NULL, shape)) ? lower->none_shape : shape);
    return typed(emit_getfield(lower, this_generator(lower), name, type), shape);
}

static Typed take_thrown(Lower *lower) {
    Typed thrown = attribute(lower, "_thrown");
    if (thrown.value->type->kind == TY_PTR)
        emit_setfield(lower, this_generator(lower), "_thrown", const_null(lower->program, thrown.value->type));
    return typed(thrown.value, value_shape(lower, lower->op->result));
}

void lower_generator_op(Lower *lower) {
    if (lower->op->code == OP_YIELD)
        lower_yield(lower);
    else
        set_result(lower, lower->op->code == OP_SENT ? attribute(lower, "_sent") : take_thrown(lower));
}

Value *lower_generator_return(Lower *lower, Typed result) {
    Shape *shape = attribute_shape(lower, "_result");
    Value *generator = this_generator(lower);
    if (shape_type(lower, shape)->kind != TY_VOID)
        emit_setfield(lower, generator, "_result", convert(lower, result, shape));
    return generator;
}

Typed lower_resume(Lower *lower, Typed generator, Shape *result) {
    ClassDef *def = generator.shape->count == 1 ? generator.shape->cons[0].def : NULL;
    if (!def || !def->generator)
        return typed_nothing(lower);
    Shape *yielded = cell_shape(lower->inf, def->generator->yielded);
    Op *op = emit_op(lower, OP_RESUME, shape_type(lower, yielded), &generator.value, 1);
    op->graph = body_graph(lower, def->generator);
    lower_after_raise(lower, op);
    return typed(op->result, typed_is_empty(typed(NULL, yielded)) ? result : yielded);
}
