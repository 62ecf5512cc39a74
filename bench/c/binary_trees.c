/* Binary trees: examples/binary_trees.py in C; with -DUSE_GC nothing is freed by hand. */
#include <stdio.h>
#include "memory.h"

#define MIN_DEPTH 4

typedef struct Node {
    struct Node *left, *right;
} Node;

static Node *build(int depth) {
    Node *node = new_memory(sizeof *node);
    node->left = depth > 0 ? build(depth - 1) : NULL;
    node->right = depth > 0 ? build(depth - 1) : NULL;
    return node;
}

static long count(const Node *node) {
    return node->left ? 1 + count(node->left) + count(node->right) : 1;
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

/* Makes a tree only to count its nodes. */
static long count_new(int depth) {
    Node *tree = build(depth);
    long nodes = count(tree);
    drop(tree);
    return nodes;
}

int main(int argc, char **argv) {
    START_MEMORY();
    int limit = argc > 1 ? atoi(argv[1]) : 16;
    limit = limit < MIN_DEPTH + 2 ? MIN_DEPTH + 2 : limit;
    printf("stretch tree of depth %d: %ld nodes\n", limit + 1, count_new(limit + 1));
    Node *long_lived = build(limit);
    for (int depth = MIN_DEPTH; depth <= limit; depth += 2) {
        long trees = 1L << (limit - depth + MIN_DEPTH), nodes = 0;
        for (long i = 0; i < trees; i++) {
            nodes += count_new(depth);
        }
        printf("%ld trees of depth %d: %ld nodes\n", trees, depth, nodes);
    }
    printf("long-lived tree of depth %d: %ld nodes\n", limit, count(long_lived));
    drop(long_lived);
}
