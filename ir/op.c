/* The tables of operations, stages and native functions, made from their .def files. */
#include "ir/ir.h"

#include <string.h>

/* op.def writes attributes and flags as bare words; this is what they mean here. */
#define NAME ATTR_NAME
#define MODULE ATTR_MODULE
#define TYPE ATTR_TYPE
#define GRAPH ATTR_GRAPH
#define INT ATTR_INT
#define NAMES ATTR_NAMES
#define GRAPHS ATTR_GRAPHS
#define RAISES OPF_RAISES
#define FATAL OPF_FATAL
#define EFFECT OPF_EFFECT
#define READS OPF_READS
#define FOLDS OPF_FOLDS
#define COLLECTS OPF_COLLECTS
#define COLLECTS_RAISING OPF_COLLECTS_RAISING

const OpInfo op_info[OP_COUNT] = {
#define OP(code, text, level, signature, attributes, flags, weight, doc) \
    [OP_##code] = {text, level, signature, attributes, flags, weight, doc},
#include "ir/op.def"
#undef OP
};

const char *const stage_text[STAGE_COUNT] = {
#define STAGE(code, text, doc) [STAGE_##code] = text,
#include "ir/stage.def"
#undef STAGE
};

const char *const collector_call_text[COLLECTOR_COUNT] = {
#define COLLECTOR(code, name, doc) [COLLECTOR_##code] = name,
#include "ir/collector.def"
#undef COLLECTOR
};

static const NativeInfo natives[] = {
#define NATIVE(name, signature, pure, doc) {#name, signature, pure == 1, pure != 0, doc},
#include "ir/native.def"
#undef NATIVE
};

const NativeInfo *native_find(const char *name) {
    for (size_t i = 0; i < sizeof natives / sizeof *natives; i++)
        if (!strcmp(natives[i].name, name))
            return &natives[i];
    return NULL;
}
