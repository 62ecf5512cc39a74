/* DeltaBlue: examples/deltablue.py in C. Constraints are one structure with a kind; lists are arrays that grow.
 * Strengths are numbers: the smaller, the stronger. With -DUSE_GC nothing is freed by hand. */
#include <stdbool.h>
#include <stdio.h>
#include <string.h>
#include "memory.h"

typedef enum { REQUIRED, STRONG_PREFERRED, PREFERRED, STRONG_DEFAULT, NORMAL, WEAK_DEFAULT, WEAKEST } Strength;
typedef enum { STAY, EDIT, EQUALITY, SCALE } Kind;
typedef enum { NONE, FORWARD, BACKWARD } Direction; /* NONE: not satisfied */

typedef struct Constraint Constraint;

typedef struct {
    void **items;
    int count, capacity;
} List;

/* A value, the constraint that determines it, and all that mention it. */
typedef struct {
    const char *name;
    int number; /* part of the name if not negative */
    long value;
    List constraints;
    Constraint *determined_by;
    long mark;
    Strength strength;
    bool stays;
} Variable;

/* second = first, or first * factor + offset; STAY and EDIT have `second` only. */
struct Constraint {
    Kind kind;
    Strength strength;
    Direction direction;
    Variable *first, *second, *factor, *offset;
};

typedef struct {
    long mark;
    List constraints; /* all but edits, which their makers remove */
} Planner;

/* ---- lists --------------------------------------------------------------------------------------- */

static void push(List *list, void *item) {
    if (list->count == list->capacity) {
        int capacity = list->capacity ? 2 * list->capacity : 4;
        void **items = new_memory((size_t)capacity * sizeof *items);
        if (list->count) {
            memcpy(items, list->items, (size_t)list->count * sizeof *items);
        }
        DROP(list->items);
        list->items = items;
        list->capacity = capacity;
    }
    list->items[list->count++] = item;
}

static void *pop(List *list) {
    return list->items[--list->count];
}

static void erase(List *list, const void *item) {
    int i = 0;
    while (list->items[i] != item) {
        i++;
    }
    list->count--;
    memmove(&list->items[i], &list->items[i + 1], (size_t)(list->count - i) * sizeof *list->items);
}

/* ---- variables and constraints ----------------------------------------------------------------------- */

static Variable *new_variable(const char *name, int number, long value) {
    Variable *variable = new_memory(sizeof *variable);
    *variable = (Variable){.name = name, .number = number, .value = value, .strength = WEAKEST, .stays = true};
    return variable;
}

static void print_variable(const Variable *variable) {
    if (variable->number >= 0) {
        printf("%s%d=%ld", variable->name, variable->number, variable->value);
    } else {
        printf("%s=%ld", variable->name, variable->value);
    }
}

static bool is_satisfied(const Constraint *constraint) {
    return constraint->direction != NONE;
}

static Variable *output_of(const Constraint *constraint) {
    bool is_second = constraint->direction == FORWARD || constraint->kind <= EDIT;
    return is_second ? constraint->second : constraint->first;
}

enum { MOST_INPUTS = 3 };

/* How many variables the constraint reads. */
static int inputs_of(const Constraint *constraint, Variable *inputs[MOST_INPUTS]) {
    if (constraint->kind <= EDIT) {
        return 0;
    }
    inputs[0] = constraint->direction == FORWARD ? constraint->first : constraint->second;
    inputs[1] = constraint->factor;
    inputs[2] = constraint->offset;
    return constraint->kind == SCALE ? 3 : 1;
}

/* All variables it mentions; how many. */
static int variables_of(const Constraint *constraint, Variable *variables[4]) {
    Variable *all[] = {constraint->first, constraint->second, constraint->factor, constraint->offset};
    int count = 0;
    for (int i = 0; i < 4; i++) {
        if (all[i]) {
            variables[count++] = all[i];
        }
    }
    return count;
}

static void attach(Constraint *constraint) {
    Variable *variables[4];
    int count = variables_of(constraint, variables);
    for (int i = 0; i < count; i++) {
        push(&variables[i]->constraints, constraint);
    }
    constraint->direction = NONE;
}

static void detach(Constraint *constraint) {
    Variable *variables[4];
    int count = variables_of(constraint, variables);
    for (int i = 0; i < count; i++) {
        erase(&variables[i]->constraints, constraint);
    }
    constraint->direction = NONE;
}

static void execute(const Constraint *constraint) {
    Variable *first = constraint->first, *second = constraint->second;
    bool forward = constraint->direction == FORWARD;
    switch (constraint->kind) {
    case STAY:
    case EDIT:
        break;
    case EQUALITY:
        if (forward) {
            second->value = first->value;
        } else {
            first->value = second->value;
        }
        break;
    case SCALE:
        if (forward) {
            second->value = first->value * constraint->factor->value + constraint->offset->value;
        } else {
            first->value = (second->value - constraint->offset->value) / constraint->factor->value;
        }
        break;
    }
}

static void choose_method(Constraint *constraint, long mark) {
    Variable *first = constraint->first, *second = constraint->second;
    bool over_second = constraint->strength < second->strength;
    if (constraint->kind <= EDIT) {
        constraint->direction = second->mark != mark && over_second ? FORWARD : NONE;
    } else if (first->mark == mark) {
        constraint->direction = second->mark != mark && over_second ? FORWARD : NONE;
    } else if (second->mark == mark || second->strength < first->strength) {
        constraint->direction = constraint->strength < first->strength ? BACKWARD : NONE;
    } else {
        constraint->direction = over_second ? FORWARD : NONE;
    }
}

static void recalculate(Constraint *constraint) {
    Variable *output = output_of(constraint), *inputs[MOST_INPUTS];
    int count = inputs_of(constraint, inputs);
    output->strength = constraint->strength;
    output->stays = constraint->kind != EDIT;
    for (int i = 0; i < count; i++) {
        if (inputs[i]->strength > output->strength) {
            output->strength = inputs[i]->strength;
        }
        output->stays = output->stays && inputs[i]->stays;
    }
    if (output->stays) {
        execute(constraint);
    }
}

static bool inputs_known(const Constraint *constraint, long mark) {
    Variable *inputs[MOST_INPUTS];
    int count = inputs_of(constraint, inputs);
    for (int i = 0; i < count; i++) {
        if (inputs[i]->mark != mark && !inputs[i]->stays && inputs[i]->determined_by) {
            return false;
        }
    }
    return true;
}

/* ---- the planner ----------------------------------------------------------------------------------------- */

static void push_consumers(List *todo, const Variable *variable) {
    for (int i = 0; i < variable->constraints.count; i++) {
        Constraint *constraint = variable->constraints.items[i];
        if (is_satisfied(constraint) && constraint != variable->determined_by) {
            push(todo, constraint);
        }
    }
}

/* False if the constraint would be part of a cycle. */
static bool add_propagate(Constraint *constraint, long mark) {
    List todo = {0};
    bool fine = true;
    push(&todo, constraint);
    while (fine && todo.count) {
        Constraint *current = pop(&todo);
        fine = output_of(current)->mark != mark;
        if (fine) {
            recalculate(current);
            push_consumers(&todo, output_of(current));
        }
    }
    DROP(todo.items);
    return fine;
}

/* Tries to enforce the constraint, then those that it and they override. False if a required one cannot be. */
static bool satisfy(Planner *planner, Constraint *constraint) {
    long mark = ++planner->mark;
    while (constraint) {
        choose_method(constraint, mark);
        if (!is_satisfied(constraint)) {
            return constraint->strength != REQUIRED;
        }
        Variable *inputs[MOST_INPUTS], *output = output_of(constraint);
        int count = inputs_of(constraint, inputs);
        for (int i = 0; i < count; i++) {
            inputs[i]->mark = mark;
        }
        Constraint *overridden = output->determined_by;
        if (overridden) {
            overridden->direction = NONE;
        }
        output->determined_by = constraint;
        if (!add_propagate(constraint, mark)) {
            return false;
        }
        output->mark = mark;
        constraint = overridden;
    }
    return true;
}

/* Gives the constraints that may be satisfied now that nothing determines this variable. */
static List remove_propagate_from(Variable *output) {
    List unsatisfied = {0}, todo = {0}, consumers = {0};
    output->determined_by = NULL;
    output->strength = WEAKEST;
    output->stays = true;
    push(&todo, output);
    while (todo.count) {
        Variable *variable = pop(&todo);
        for (int i = 0; i < variable->constraints.count; i++) {
            Constraint *constraint = variable->constraints.items[i];
            if (!is_satisfied(constraint)) {
                push(&unsatisfied, constraint);
            }
        }
        consumers.count = 0;
        push_consumers(&consumers, variable);
        for (int i = 0; i < consumers.count; i++) {
            recalculate(consumers.items[i]);
            push(&todo, output_of(consumers.items[i]));
        }
    }
    DROP(todo.items);
    DROP(consumers.items);
    return unsatisfied;
}

/* In order of strength: each strength in turn keeps the order of equals. */
static void satisfy_all(Planner *planner, const List *constraints) {
    for (Strength strength = REQUIRED; strength <= WEAKEST; strength++) {
        for (int i = 0; i < constraints->count; i++) {
            Constraint *constraint = constraints->items[i];
            if (constraint->strength == strength) {
                satisfy(planner, constraint);
            }
        }
    }
}

static void remove_constraint(Planner *planner, Constraint *constraint) {
    bool was_satisfied = is_satisfied(constraint);
    Variable *output = output_of(constraint);
    detach(constraint);
    if (was_satisfied) {
        List unsatisfied = remove_propagate_from(output);
        satisfy_all(planner, &unsatisfied);
        DROP(unsatisfied.items);
    }
    DROP(constraint);
}

static Constraint *new_constraint(Constraint contents) {
    Constraint *constraint = new_memory(sizeof *constraint);
    *constraint = contents;
    attach(constraint);
    return constraint;
}

static bool add(Planner *planner, Constraint contents) {
    Constraint *constraint = new_constraint(contents);
    push(&planner->constraints, constraint);
    return satisfy(planner, constraint);
}

static Constraint *add_edit(Planner *planner, Variable *variable) {
    Constraint *edit = new_constraint((Constraint){.kind = EDIT, .strength = PREFERRED, .second = variable});
    satisfy(planner, edit);
    return edit;
}

/* The constraints to execute, in order, when the edited variable changes. */
static List make_plan(Planner *planner, Constraint *edit) {
    List plan = {0}, todo = {0};
    long mark = ++planner->mark;
    if (is_satisfied(edit)) {
        push(&todo, edit);
    }
    while (todo.count) {
        Constraint *constraint = pop(&todo);
        Variable *output = output_of(constraint);
        if (output->mark != mark && inputs_known(constraint, mark)) {
            push(&plan, constraint);
            output->mark = mark;
            push_consumers(&todo, output);
        }
    }
    DROP(todo.items);
    return plan;
}

static void execute_plan(const List *plan) {
    for (int i = 0; i < plan->count; i++) {
        execute(plan->items[i]);
    }
}

/* ---- the tests ----------------------------------------------------------------------------------------------- */

/* How long the plan for the change is. */
static int change(Planner *planner, Variable *variable, long value) {
    Constraint *edit = add_edit(planner, variable);
    List plan = make_plan(planner, edit);
    for (int i = 0; i < 10; i++) {
        variable->value = value;
        execute_plan(&plan);
    }
    remove_constraint(planner, edit);
    DROP(plan.items);
    return plan.count;
}

static void drop_all(Planner *planner, Variable **variables, int count) {
    for (int i = 0; i < planner->constraints.count; i++) {
        DROP(planner->constraints.items[i]);
    }
    DROP(planner->constraints.items);
    for (int i = 0; i < count; i++) {
        DROP(variables[i]->constraints.items);
        DROP(variables[i]);
    }
    DROP(variables);
}

/* A long chain of equalities, whose one end is edited: the other end follows. */
static void chain_test(int n) {
    Planner planner = {0};
    Variable **variables = new_memory((size_t)(n + 1) * sizeof(Variable *));
    for (int i = 0; i <= n; i++) {
        variables[i] = new_variable("v", i, 0);
    }
    for (int i = 0; i < n; i++) {
        add(&planner,
            (Constraint){.kind = EQUALITY, .strength = REQUIRED, .first = variables[i], .second = variables[i + 1]});
    }
    add(&planner, (Constraint){.kind = STAY, .strength = STRONG_DEFAULT, .second = variables[n]});
    Constraint *edit = add_edit(&planner, variables[0]);
    List plan = make_plan(&planner, edit);
    for (int i = 0; i < 100; i++) {
        variables[0]->value = i;
        execute_plan(&plan);
        if (variables[n]->value != i) {
            puts("chain test failed");
        }
    }
    remove_constraint(&planner, edit);
    printf("chain: a plan of %d constraints, ", plan.count);
    print_variable(variables[n]);
    puts(" at the end");
    DROP(plan.items);
    drop_all(&planner, variables, n + 1);
}

/* Whether all but the last pair are related so. */
static const char *are_scaled(Variable **variables, int n, long factor, long offset) {
    for (int i = 0; i < n - 1; i++) {
        if (variables[2 * i + 1]->value != variables[2 * i]->value * factor + offset) {
            return "False";
        }
    }
    return "True";
}

static void print_pair(const Variable *source, const Variable *target) {
    print_variable(source);
    putchar(' ');
    print_variable(target);
    fputs("; ", stdout);
}

/* n pairs of variables related by a factor and an offset; both sides, the factor and the offset are edited. */
static void projection_test(int n) {
    Planner planner = {0};
    Variable **variables = new_memory((size_t)(2 * n + 2) * sizeof(Variable *));
    Variable *factor = variables[2 * n] = new_variable("factor", -1, 10);
    Variable *offset = variables[2 * n + 1] = new_variable("offset", -1, 1000);
    for (int i = 0; i < n; i++) {
        Variable *source = variables[2 * i] = new_variable("source", i, i);
        Variable *target = variables[2 * i + 1] = new_variable("target", i, i);
        add(&planner, (Constraint){.kind = STAY, .strength = NORMAL, .second = source});
        add(&planner, (Constraint){SCALE, REQUIRED, NONE, source, target, factor, offset});
    }
    Variable *source = variables[2 * n - 2], *target = variables[2 * n - 1];
    int lengths[4];
    lengths[0] = change(&planner, source, 17);
    print_pair(source, target);
    lengths[1] = change(&planner, target, 1050);
    print_pair(source, target);
    lengths[2] = change(&planner, factor, 5);
    printf("%s; ", are_scaled(variables, n, 5, 1000));
    lengths[3] = change(&planner, offset, 2000);
    printf("%s\n", are_scaled(variables, n, 5, 2000));
    printf("projection: plans of %d %d %d %d constraints\n", lengths[0], lengths[1], lengths[2], lengths[3]);
    drop_all(&planner, variables, 2 * n + 2);
}

static void required_test(void) {
    Planner planner = {0};
    Variable **variables = new_memory(sizeof(Variable *));
    Variable *variable = variables[0] = new_variable("fixed", -1, 7);
    add(&planner, (Constraint){.kind = STAY, .strength = REQUIRED, .second = variable});
    if (!add(&planner, (Constraint){.kind = EDIT, .strength = REQUIRED, .second = variable})) {
        print_variable(variable);
        puts(": a required constraint cannot be satisfied");
    }
    drop_all(&planner, variables, 1);
}

int main(int argc, char **argv) {
    START_MEMORY();
    int n = argc > 1 ? atoi(argv[1]) : 1000;
    chain_test(n);
    projection_test(n);
    required_test();
    puts("['required', 'strong_preferred', 'preferred', 'strong_default']");
}
