/* Runs the unit tests of all parts (tests/unit/suites.h). */
#include "tests/unit/suites.h"

#include <stdlib.h>

int main(void) {
    SRunner *runner = srunner_create(NULL);
    srunner_add_suite(runner, backend_suite());
    srunner_add_suite(runner, eval_suite());
    srunner_add_suite(runner, flow_suite());
    srunner_add_suite(runner, gctransform_suite());
    srunner_add_suite(runner, ir_graph_suite());
    srunner_add_suite(runner, ir_violation_suite());
    srunner_add_suite(runner, ir_suite());
    srunner_add_suite(runner, native_suite());
    srunner_add_suite(runner, parse_suite());
    srunner_add_suite(runner, passes_suite());
    srunner_add_suite(runner, passes_random_suite());
    srunner_run_all(runner, CK_ENV);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
