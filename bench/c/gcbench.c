/* GCBench: bench/programs/gcbench.py in C; with -DUSE_GC nothing is freed by hand. */
#include <stdio.h>
#include "memory.h"

#define MIN_DEPTH 4
#define ARRAY 500000

typedef struct Node {
    struct Node *left, *right;
    long i, j;
} Node;

static Node *new_node(Node *left, Node *right) {
    Node *node = new_memory(sizeof *node);
    *node = (Node){left, right, 0, 0};
    return node;
}

static Node *from_leaves(int depth) {
    if (depth == 0) {
        return new_node(NULL, NULL);
    }
    Node *left = from_leaves(depth - 1);
    return new_node(left, from_leaves(depth - 1));
}

static void grow(Node *node, int depth) {
    if (depth > 0) {
        node->left = new_node(NULL, NULL);
        node->right = new_node(NULL, NULL);
        grow(node->left, depth - 1);
        grow(node->right, depth - 1);
    }
}

static Node *from_root(int depth) {
    Node *node = new_node(NULL, NULL);
    grow(node, depth);
    return node;
}

static void drop(Node *node) {
#ifndef USE_GC
    if (node->left) {
        drop(node->left);
        drop(node->right);
    }
#endif
    DROP(node);
}

static int leftmost(const Node *node) {
    int depth = 0;
    for (; node->left; node = node->left) {
        depth++;
    }
    return depth;
}

/* How deep a tree is that is of no other use. */
static int spend(Node *tree) {
    int depth = leftmost(tree);
    drop(tree);
    return depth;
}

int main(int argc, char **argv) {
    START_MEMORY();
    int limit = argc > 1 ? atoi(argv[1]) : 16;
    printf("stretch %d\n", spend(from_leaves(limit + 2)));
    Node *long_lived = from_root(limit);
    double *array = new_memory(ARRAY * sizeof *array);
    for (int i = 1; i < ARRAY / 2; i++) {
        array[i] = 1.0 / i;
    }
    for (int depth = MIN_DEPTH; depth <= limit; depth += 2) {
        long trees = 1L << (limit + 3 - depth), total = 0;
        for (long i = 0; i < trees; i++) {
            total += spend(from_root(depth));
            total += spend(from_leaves(depth));
        }
        printf("%d %ld %ld\n", depth, trees, total);
    }
    printf("kept %d %s\n", leftmost(long_lived), array[1000] == 1.0 / 1000 ? "True" : "False");
    drop(long_lived);
    DROP(array);
}
