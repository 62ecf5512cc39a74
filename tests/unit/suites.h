/* The unit tests' suites, one a part of the compiler; the runner is tests/unit/main.c. */
#ifndef TESTS_UNIT_SUITES_H
#define TESTS_UNIT_SUITES_H

#include <check.h>

Suite *backend_suite(void);
Suite *eval_suite(void);
Suite *flow_suite(void);
Suite *gctransform_suite(void);
Suite *ir_graph_suite(void);
Suite *ir_suite(void);
Suite *ir_violation_suite(void);
Suite *native_suite(void);
Suite *parse_suite(void);
Suite *passes_random_suite(void);
Suite *passes_suite(void);

#endif
