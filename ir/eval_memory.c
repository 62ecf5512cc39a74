/* Ops on memory: every access goes through the shadow. */
#include "ir/eval_internal.h"
#include "runtime/native/weft.h"

#include <inttypes.h>

enum { NULL_PAGE = 4096 };

/* ---- objects ---- */

/* The lower half of a header is the type's index plus 1, so that zeroed memory is no object. */
Type *eval_dynamic_type(Eval *eval, const Op *op, uint64_t object) {
    uint64_t header = 0;
    if (!memory_read(eval->memory, object, &header, sizeof header)) {
        eval_fault(eval, op, object);
        return NULL;
    }
    const TypeTable *types = eval->program->types;
    uint32_t number = (uint32_t)header;
    Type *type = number && number <= (uint32_t)types->count ? types->all[number - 1] : NULL;
    if (!type || (type->kind != TY_STRUCT && type->kind != TY_ARRAY) || type->flavour != FLAVOUR_GC) {
        eval_broken(eval, op, "the object's header names no gc type");
        return NULL;
    }
    return type;
}

/* Bytes of an object; false if they do not fit. */
static bool object_size(const Type *type, const Type *array, int64_t count, uint64_t *size) {
    *size = type->size;
    if (!array)
        return true;
    uint64_t bytes;
    return !__builtin_mul_overflow((uint64_t)count, (uint64_t)type_memory_size(array->item), &bytes) &&
           !__builtin_add_overflow(bytes, (uint64_t)type->items_offset, size);
}

/* Prebuilt and stack objects have the bits that collectors see. */
static uint64_t header_of(const Type *type, BlockKind kind) {
    return (type->index + 1) | (kind == BLOCK_DATA ? WEFT_IMMORTAL : kind == BLOCK_STACK ? WEFT_ON_STACK : 0);
}

static void write_header(const Type *type, BlockKind kind, uint64_t address) {
    uint64_t header = header_of(type, kind);
    if (type->flavour == FLAVOUR_GC)
        memcpy((void *)(uintptr_t)address, &header, sizeof header);
}

static void write_head(const Type *type, const Type *array, int64_t count, BlockKind kind, uint64_t address) {
    write_header(type, kind, address);
    if (array && !(array->hints & HINT_NOLENGTH))
        memcpy((void *)(uintptr_t)(address + type->length_offset), &count, sizeof count);
}

uint64_t eval_new_object(Eval *eval, Type *type, int64_t count, const BlockInfo *info) {
    type_layout(type);
    const Type *array = type_variable_part(type);
    uint64_t size;
    uint64_t address = object_size(type, array, count, &size) ? memory_allocate(eval->memory, size, info) : 0;
    if (address)
        write_head(type, array, count, info->kind, address);
    return address;
}

static void set_object(Eval *eval, const CodeOp *op, uint64_t address) {
    if (!address) {
        eval_raise_library(eval, op, "weft.core.exceptions._raise_memory_error", "MemoryError");
        return;
    }
    eval->result.alloc_count++;
    eval_set_result(eval, op, (Cell){.u = address});
}

static BlockInfo info_of(const CodeOp *op, const Type *type) {
    BlockKind kind = type->flavour == FLAVOUR_GC ? BLOCK_OBJECT : BLOCK_RAW;
    return (BlockInfo){kind, SHADOW_INITIALISED, type, NULL, op->op->pos};
}

/* Items without pointers get a value that nobody expects. */
static void unset_items(Type *type, uint64_t object, int64_t count) {
    enum { STRANGE = 0xa5 };
    const Type *item = type_variable_part(type)->item;
    if (!type_holds_pointers(item))
        memset((void *)(uintptr_t)(object + type->items_offset), STRANGE, (size_t)count * type_memory_size(item));
}

void eval_malloc(Eval *eval, const CodeOp *op, int64_t count) {
    if (count < 0) {
        eval_broken(eval, op->op, "an object of negative length %" PRId64, count);
        return;
    }
    BlockInfo info = info_of(op, op->op->type);
    uint64_t object = eval_new_object(eval, op->op->type, count, &info);
    if (object && op->code == OP_MALLOC_UNSET)
        unset_items(op->op->type, object, count);
    set_object(eval, op, object);
}

void eval_gc_alloc(Eval *eval, const CodeOp *op) {
    int64_t size = eval_operand(eval, op, 0)->i;
    const Type *type = op->op->type;
    if (size < (int64_t)type->size) {
        eval_broken(eval, op->op, "%" PRId64 " bytes are too few for the type's %u", size, (unsigned)type->size);
        return;
    }
    BlockInfo info = info_of(op, type);
    uint64_t address = memory_allocate(eval->memory, (uint64_t)size, &info);
    if (address)
        write_header(type, info.kind, address);
    set_object(eval, op, address);
}

/* The frame's earlier object of this op; NULL if there is none. */
static StackObject *earlier_object(const Eval *eval, const Op *op) {
    for (int i = eval->stack_count; i-- > 0 && eval->stack_objects[i].depth == eval->depth;)
        if (eval->stack_objects[i].op == op)
            return &eval->stack_objects[i];
    return NULL;
}

/* Begins anew at its place, as in the machine: another dead object of the frame may still point to it, and a collector
 * meets it there. */
static void renew_object(Eval *eval, const StackObject *object, const Type *type, int64_t count) {
    memory_zero(eval->memory, object->address, memory_block(eval->memory, object->address)->size);
    write_head(type, type_variable_part((Type *)type), count, BLOCK_STACK, object->address);
}

/* The frame's earlier object of this op ends. */
static StackObject *stack_place(Eval *eval, const Op *op) {
    StackObject *earlier = earlier_object(eval, op);
    if (earlier) {
        memory_end(eval->memory, earlier->address, op->pos);
        return earlier;
    }
    eval->stack_objects = arena_grow(eval->arena, eval->stack_objects, eval->stack_count, &eval->stack_capacity,
                                     sizeof *eval->stack_objects);
    return &eval->stack_objects[eval->stack_count++];
}

static StackObject *new_stack_object(Eval *eval, const CodeOp *op, int64_t count) {
    StackObject *place = stack_place(eval, op->op);
    BlockInfo info = info_of(op, op->op->type);
    info.kind = BLOCK_STACK;
    *place = (StackObject){eval_new_object(eval, op->op->type, count, &info), eval->depth, op->op};
    return place;
}

void eval_stack_alloc(Eval *eval, const CodeOp *op, int64_t count) {
    StackObject *place = eval->has_collector ? earlier_object(eval, op->op) : NULL;
    if (place)
        renew_object(eval, place, op->op->type, count);
    else
        place = new_stack_object(eval, op, count);
    if (op->code == OP_STACK_ALLOC_UNSET)
        unset_items(op->op->type, place->address, count);
    eval_set_result(eval, op, (Cell){.u = place->address});
}

void eval_end_stack(Eval *eval) {
    while (eval->stack_count && eval->stack_objects[eval->stack_count - 1].depth > eval->depth)
        memory_end(eval->memory, eval->stack_objects[--eval->stack_count].address, NULL);
}

void eval_free(Eval *eval, const CodeOp *op) {
    uint64_t address = eval_operand(eval, op, 0)->u;
    if (!memory_release(eval->memory, address, op->op->pos))
        eval_fault(eval, op->op, address);
}

void eval_type_of(Eval *eval, const CodeOp *op) {
    const Type *type = eval_dynamic_type(eval, op->op, eval_operand(eval, op, 0)->u);
    if (!type)
        return;
    const uint64_t *address = type->vtable_data ? map_find(&eval->data, (uint64_t)(uintptr_t)type->vtable_data) : NULL;
    if (address)
        eval_set_result(eval, op, (Cell){.u = *address});
    else
        eval_broken(eval, op->op, "objects of `%s` have no type record", type_text(eval->arena, type));
}

void eval_is_instance(Eval *eval, const CodeOp *op) {
    const Type *type = eval_dynamic_type(eval, op->op, eval_operand(eval, op, 0)->u);
    if (type)
        eval_set_result(eval, op, (Cell){.i = type_is_substruct(type, op->op->type)});
}

void eval_type_id(Eval *eval, const CodeOp *op) {
    const Type *type = eval_dynamic_type(eval, op->op, eval_operand(eval, op, 0)->u);
    if (type)
        eval_set_result(eval, op, (Cell){.i = type->index});
}

/* The order of allocation: the same in every run, unlike addresses. */
void eval_identity_hash(Eval *eval, const CodeOp *op) {
    uint64_t address = eval_operand(eval, op, 0)->u;
    if (!memory_can_copy(eval->memory, address, 1))
        eval_fault(eval, op->op, address);
    else
        eval_set_result(eval, op, (Cell){.u = memory_block(eval->memory, address)->serial});
}

/* ---- loads and stores ---- */

bool eval_load(Eval *eval, const Access *access, uint64_t address, Cell *cell) {
    union {
        int8_t i8;
        int16_t i16;
        int32_t i32;
        uint8_t u8;
        uint16_t u16;
        uint32_t u32;
        float f32;
        uint64_t word;
        Cell cell;
    } bytes = {.word = 0};
    if (!memory_read(eval->memory, address, &bytes, access->size))
        return false;
    switch ((int)access->kind) {
    case TY_I8:
        *cell = (Cell){.i = bytes.i8};
        break;
    case TY_I16:
        *cell = (Cell){.i = bytes.i16};
        break;
    case TY_I32:
        *cell = (Cell){.i = bytes.i32};
        break;
    case TY_BOOL:
    case TY_U8:
        *cell = (Cell){.i = bytes.u8};
        break;
    case TY_U16:
        *cell = (Cell){.i = bytes.u16};
        break;
    case TY_U32:
        *cell = (Cell){.i = bytes.u32};
        break;
    case TY_F32:
        *cell = (Cell){.f = bytes.f32};
        break;
    case TY_SCALAR:
        *cell = bytes.cell;
        break;
    default:
        *cell = (Cell){.u = bytes.word};
        break;
    }
    return true;
}

bool eval_store(Eval *eval, const Access *access, uint64_t address, const Cell *cell) {
    if (access->kind == TY_SCALAR)
        return memory_write(eval->memory, address, cell, sizeof *cell);
    if (access->kind == TY_F32) {
        float narrow = (float)cell->f;
        return memory_write(eval->memory, address, &narrow, sizeof narrow);
    }
    return memory_write(eval->memory, address, &cell->u, access->size); /* little endian: the low bytes */
}

/* Whether `address` is in the block that `base` points to; else the fault is set. */
static bool reaches(Eval *eval, uint64_t base, uint64_t address) {
    if (memory_same_block(eval->memory, base, address))
        return true;
    FaultKind fault = base < NULL_PAGE                   ? FAULT_NULL
                      : memory_block(eval->memory, base) ? FAULT_OUT_OF_BOUNDS
                                                         : FAULT_UNALLOCATED;
    return memory_set_fault(eval->memory, fault, address);
}

static void load_to_result(Eval *eval, const CodeOp *op, uint64_t base, uint64_t address) {
    Cell cell;
    if (reaches(eval, base, address) && eval_load(eval, &op->access, address, &cell))
        eval_set_result(eval, op, cell);
    else
        eval_fault(eval, op->op, base);
}

static void store_from(Eval *eval, const CodeOp *op, uint64_t base, uint64_t address, const Cell *cell) {
    if (!reaches(eval, base, address) || !eval_store(eval, &op->access, address, cell))
        eval_fault(eval, op->op, base);
}

void eval_getfield(Eval *eval, const CodeOp *op) {
    uint64_t object = eval_operand(eval, op, 0)->u;
    load_to_result(eval, op, object, object + op->access.offset);
}

void eval_setfield(Eval *eval, const CodeOp *op) {
    uint64_t object = eval_operand(eval, op, 0)->u;
    store_from(eval, op, object, object + op->access.offset, eval_operand(eval, op, 1));
}

void eval_share(Eval *eval, const CodeOp *op) {
    uint64_t object = eval_operand(eval, op, 0)->u;
    if (object)
        store_from(eval, op, object, object + op->access.offset, &(Cell){.i = 0});
}

void eval_load_op(Eval *eval, const CodeOp *op) {
    uint64_t base = eval_operand(eval, op, 0)->u;
    Cell cell;
    if (eval_load(eval, &op->access, base + eval_operand(eval, op, 1)->u, &cell))
        eval_set_result(eval, op, cell);
    else
        eval_fault(eval, op->op, base);
}

void eval_store_op(Eval *eval, const CodeOp *op) {
    uint64_t base = eval_operand(eval, op, 0)->u;
    if (!eval_store(eval, &op->access, base + eval_operand(eval, op, 1)->u, eval_operand(eval, op, 2)))
        eval_fault(eval, op->op, base);
}

/* ---- arrays ---- */

/* The length of the object's variable part. False: stopped. */
static bool array_length(Eval *eval, const CodeOp *op, const Access *access, uint64_t object, int64_t *length) {
    uint64_t address = object + access->length_offset;
    if (reaches(eval, object, address) && memory_read(eval->memory, address, length, sizeof *length))
        return true;
    eval_fault(eval, op->op, object);
    return false;
}

/* Whether items at..at+count are in the array. False: stopped. Nothing is asked of an empty range. */
static bool check_items(Eval *eval, const CodeOp *op, const Access *access, uint64_t object, int64_t at,
                        int64_t count) {
    int64_t length = INT64_MAX;
    if (access->has_length && !array_length(eval, op, access, object, &length))
        return false;
    if (count == 0 || (at >= 0 && at <= length - count))
        return true;
    if (count == 1)
        eval_range_fault(eval, op->op, object, "index %" PRId64 " is out of range for length %" PRId64, at, length);
    else
        eval_range_fault(eval, op->op, object,
                         "%" PRId64 " items from index %" PRId64 " are out of range for length %" PRId64, count, at,
                         length);
    return false;
}

static uint64_t item_address(const Access *access, uint64_t object, int64_t at) {
    return object + access->offset + (uint64_t)at * access->size;
}

void eval_array_len(Eval *eval, const CodeOp *op) {
    int64_t length;
    if (!op->access.has_length)
        eval_broken(eval, op->op, "the array has no length word");
    else if (array_length(eval, op, &op->access, eval_operand(eval, op, 0)->u, &length))
        eval_set_result(eval, op, (Cell){.i = length});
}

void eval_resize(Eval *eval, const CodeOp *op) {
    uint64_t object = eval_operand(eval, op, 0)->u;
    int64_t old, length = eval_operand(eval, op, 1)->i;
    if (!op->access.has_length)
        eval_broken(eval, op->op, "the array has no length word");
    else if (array_length(eval, op, &op->access, object, &old) &&
             memory_write(eval->memory, object + op->access.length_offset, &length, sizeof length))
        eval_set_result(eval, op, (Cell){.u = object});
}

void eval_array_get(Eval *eval, const CodeOp *op) {
    uint64_t object = eval_operand(eval, op, 0)->u;
    int64_t at = eval_operand(eval, op, 1)->i;
    if (check_items(eval, op, &op->access, object, at, 1))
        load_to_result(eval, op, object, item_address(&op->access, object, at));
}

void eval_array_set(Eval *eval, const CodeOp *op) {
    uint64_t object = eval_operand(eval, op, 0)->u;
    int64_t at = eval_operand(eval, op, 1)->i;
    if (check_items(eval, op, &op->access, object, at, 1))
        store_from(eval, op, object, item_address(&op->access, object, at), eval_operand(eval, op, 2));
}

/* The two ranges of array_copy and array_compare. */
typedef struct Ranges {
    uint64_t object[2], address[2], size;
} Ranges;

/* Whether a whole range of bytes is in the object's block. */
static bool reaches_all(Eval *eval, const Ranges *ranges, int i) {
    return reaches(eval, ranges->object[i], ranges->address[i]) &&
           (ranges->size == 0 || reaches(eval, ranges->object[i], ranges->address[i] + ranges->size - 1));
}

static bool find_ranges(Eval *eval, const CodeOp *op, Ranges *ranges) {
    int64_t count = eval_operand(eval, op, 4)->i;
    if (count < 0) {
        eval_broken(eval, op->op, "a negative count %" PRId64, count);
        return false;
    }
    ranges->size = (uint64_t)count * op->access.size;
    for (int i = 0; i < 2; i++) {
        const Access *access = i ? &op->source : &op->access;
        ranges->object[i] = eval_operand(eval, op, 2 * i)->u;
        int64_t at = eval_operand(eval, op, 2 * i + 1)->i;
        if (!check_items(eval, op, access, ranges->object[i], at, count))
            return false;
        ranges->address[i] = item_address(access, ranges->object[i], count ? at : 0);
        if (!reaches_all(eval, ranges, i)) {
            eval_fault(eval, op->op, ranges->object[i]);
            return false;
        }
    }
    return true;
}

/* The object to which the faulty address belongs. */
static uint64_t faulty_object(Eval *eval, const Ranges *ranges) {
    return ranges->object[!memory_same_block(eval->memory, ranges->object[0], eval->memory->fault_address)];
}

void eval_array_copy(Eval *eval, const CodeOp *op) {
    Ranges ranges;
    if (find_ranges(eval, op, &ranges) && !memory_copy(eval->memory, ranges.address[0], ranges.address[1], ranges.size))
        eval_fault(eval, op->op, faulty_object(eval, &ranges));
}

void eval_array_compare(Eval *eval, const CodeOp *op) {
    Ranges ranges;
    if (!find_ranges(eval, op, &ranges))
        return;
    if (!memory_can_read(eval->memory, ranges.address[0], ranges.size) ||
        !memory_can_read(eval->memory, ranges.address[1], ranges.size)) {
        eval_fault(eval, op->op, faulty_object(eval, &ranges));
        return;
    }
    int order = memcmp((void *)(uintptr_t)ranges.address[0], (void *)(uintptr_t)ranges.address[1], ranges.size);
    eval_set_result(eval, op, (Cell){.i = (order > 0) - (order < 0)});
}

/* The address just behind the last item is allowed: there may be nothing to do there. */
void eval_array_addr(Eval *eval, const CodeOp *op) {
    uint64_t object = eval_operand(eval, op, 0)->u;
    int64_t at = eval_operand(eval, op, 1)->i;
    uint64_t address = item_address(&op->access, object, at);
    if (!check_items(eval, op, &op->access, object, at - (at > 0), at > 0 ? 1 : 0))
        return;
    if (at < 0)
        eval_range_fault(eval, op->op, object, "index %" PRId64 " is negative", at);
    else if (!reaches(eval, object, address))
        eval_fault(eval, op->op, object);
    else
        eval_set_result(eval, op, (Cell){.u = address});
}

/* ---- raw memory ---- */

void eval_raw_malloc(Eval *eval, const CodeOp *op) {
    int64_t size = eval_operand(eval, op, 0)->i;
    BlockInfo info = {BLOCK_RAW, SHADOW_UNINITIALISED, NULL, NULL, op->op->pos};
    uint64_t address = memory_allocate(eval->memory, (uint64_t)size, &info); /* a negative size is too large */
    eval_set_result(eval, op, (Cell){.u = address});
}

void eval_raw_copy(Eval *eval, const CodeOp *op) {
    uint64_t to = eval_operand(eval, op, 0)->u, from = eval_operand(eval, op, 1)->u;
    int64_t size = eval_operand(eval, op, 2)->i;
    if (size < 0)
        eval_broken(eval, op->op, "a negative size %" PRId64, size);
    else if (!memory_copy(eval->memory, to, from, (uint64_t)size))
        eval_fault(eval, op->op, memory_same_block(eval->memory, to, eval->memory->fault_address) ? to : from);
}

void eval_raw_zero(Eval *eval, const CodeOp *op) {
    uint64_t address = eval_operand(eval, op, 0)->u;
    int64_t size = eval_operand(eval, op, 1)->i;
    if (size < 0)
        eval_broken(eval, op->op, "a negative size %" PRId64, size);
    else if (!memory_zero(eval->memory, address, (uint64_t)size))
        eval_fault(eval, op->op, address);
}

void eval_arena(Eval *eval, const CodeOp *op, Shadow shadow) {
    uint64_t address = eval_operand(eval, op, 0)->u;
    int64_t size = eval_operand(eval, op, 1)->i;
    if (size < 0)
        eval_broken(eval, op->op, "a negative size %" PRId64, size);
    else if (!memory_mark(eval->memory, address, (uint64_t)size, shadow))
        eval_fault(eval, op->op, address);
}
