/* What the grammar cannot say. */
#include "frontend/parse.h"

void parse_check_scopes(Parser *parser, const Ast *module) {
    (void)parser;
    (void)module;
}
