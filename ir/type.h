/* Types of the IR and their layout.
 *
 * Types are hash-consed in a TypeTable: equal types have equal addresses. Structs are nominal: one per name.
 *
 * Register types are the types a Value can have: void bool i64 u64 float address scalar ptr py.
 * Memory types are the types a field or array item can have: all but void and py. A narrow
 * integer field is widened to i64 (float32 to float) when read and truncated when written: type_register().
 *
 * - `scalar` is a scalar union: a tag word and 64 payload bits (ScalarTag), 16 bytes.
 * - `py` is the type of every value in a high-level graph, before inference.
 * - A gc struct or gc array starts with one header word (8 bytes, at offset 0) that is not among its fields: it
 *   belongs to the GC transform (32-bit type id, 32 bits for the collector).
 * - A gc struct may inline another one as its first part (`super`): single inheritance. Its fields come first.
 * - A struct whose last field is an array type is variable-sized: that field is a length word (unless the
 *   array has the hint nolength) followed by the items. A gc/raw array object is laid out the same, without fields.
 */
#ifndef IR_TYPE_H
#define IR_TYPE_H

#include "ir/map.h"

typedef enum TypeKind {
#define TYPE(kind, text, size) TY_##kind,
#include "ir/type.def"
#undef TYPE
    TY_STRUCT,
    TY_ARRAY,
    TY_FUNC,
    TY_PTR,
} TypeKind;

typedef enum ScalarTag { SCALAR_NONE, SCALAR_BOOL, SCALAR_INT, SCALAR_FLOAT } ScalarTag;

typedef enum Flavour { FLAVOUR_GC, FLAVOUR_RAW } Flavour;

/* Hints on structs and arrays. */
enum {
    HINT_IMMUTABLE = 1, /* fields never change after initialisation: reads from constants fold */
    HINT_VTABLE = 2,    /* a class's type record (raw): see Type.vtable */
    HINT_FINALIZER = 4,
    HINT_NOLENGTH = 8,
    HINT_EXCEPTION = 16, /* a class deriving from BaseException */
};

typedef struct Type Type;

typedef struct Field {
    const char *name; /* interned, unique within the struct and its supers */
    Type *type;       /* memory type */
    uint32_t offset;  /* bytes from the object's address; valid after type_layout */
    bool is_final;    /* written only to objects just made: in prebuilt ones it never changes */
} Field;

struct Type {
    TypeKind kind;
    uint32_t index; /* order of creation, for deterministic sorting */

    /* struct and array */
    Flavour flavour;
    uint32_t hints;
    const char *name;  /* struct: interned, unique, e.g. "list[int]"; printed quoted where not an identifier */
    const char *label; /* struct: the Python class name shown to users (type(x).__name__), may be NULL */
    Type *super;       /* struct: gc struct inlined as the first part, or NULL */
    Field *fields;     /* struct: own fields, in order */
    int field_count;
    Map field_numbers;        /* struct of many fields: interned name -> number; for type_field */
    bool is_complete;         /* struct: type_set_fields was called */
    Type *vtable;             /* gc struct of a class with a type record: the raw vtable struct type, else NULL */
    struct Data *vtable_data; /* gc struct: this class's constant type record, or NULL */

    /* array: item; ptr: target; func: result */
    Type *item;
    Type **params; /* func */
    int param_count;

    /* layout, valid after type_layout */
    bool laid_out;
    uint32_t size; /* of the fixed part, header included (variable-sized: = items_offset); of a scalar type its memory
                      size */
    uint32_t align;
    uint32_t length_offset; /* variable-sized: offset of the i64 length word (0 with nolength) */
    uint32_t items_offset;  /* variable-sized: offset of the first item */

    /* class preorder, set by program_number_classes: is_instance is a range test on ids */
    uint32_t class_first, class_last;
};

typedef struct TypeTable {
    Arena *arena;
    Interner *names;
    Map composite; /* hash -> Type; colliding ones are under the hash of the hash */
    Map structs;   /* interned name -> Type */
    Type **all;    /* in order of creation */
    int count, capacity;
} TypeTable;

TypeTable *type_table_new(Arena *arena, Interner *names);

Type *type_simple(TypeTable *table, TypeKind kind);
Type *type_ptr(TypeTable *table, Type *target);
Type *type_array(TypeTable *table, Flavour flavour, Type *item, uint32_t hints);
Type *type_func(TypeTable *table, Type *result, Type *const *params, int count);
/* The struct called `name`, created incomplete if there is none. */
Type *type_struct(TypeTable *table, const char *name);
/* Completes a struct. `fields` is copied. */
void type_set_fields(TypeTable *table, Type *type, Flavour flavour, uint32_t hints, Type *super, const Field *fields,
                     int count);
/* Appends fields to a complete struct without variable part that none inlines. */
void type_add_fields(TypeTable *table, Type *type, const Field *fields, int count);
/* Drops the own fields of a complete struct, not laid out, for which `is_kept` is false. */
void type_keep_fields(TypeTable *table, Type *type, const bool *is_kept);
/* NULL if there is no struct of that name. */
Type *type_find_struct(const TypeTable *table, const char *name);

/* Computes sizes and offsets (of supers and inlined parts first). Idempotent. */
void type_layout(Type *type);
/* The field called `name` (interned) in the struct or its supers; NULL if there is none. */
const Field *type_field(const Type *type, const char *name);
/* The variable part's array type of an array or variable-sized struct, else NULL. */
Type *type_variable_part(Type *type);
/* Whether a value of memory type `type` is widened when read: gives the register type. */
Type *type_register(TypeTable *table, Type *type);
/* Bytes that a field or item of this memory type takes. */
uint32_t type_memory_size(const Type *type);
/* Whether objects of some class run code when they die. */
bool types_have_finalizers(const TypeTable *types);
bool type_is_gc_ptr(const Type *type);
/* Whether a value, field, item or object of this type is, or has in it, a pointer to a garbage-collected object. */
bool type_holds_pointers(const Type *type);
/* Whether `type` is `base` or inlines it, directly or not. */
bool type_is_substruct(const Type *type, const Type *base);
/* The type in text form, e.g. "ptr(list[int])"; in the arena. */
const char *type_text(Arena *arena, const Type *type);

#endif
