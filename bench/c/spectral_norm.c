/* The spectral norm of a matrix by the power method: examples/spectral_norm.py in C. The entries' denominators are
 * computed in 64 bits, as Python's integers are. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

static double entry(long i, long j) {
    return 1.0 / (double)((i + j) * (i + j + 1) / 2 + i + 1);
}

static void multiply(long size, const double *vector, double *result) {
    for (long i = 0; i < size; i++) {
        double total = 0;
        for (long j = 0; j < size; j++) {
            total += entry(i, j) * vector[j];
        }
        result[i] = total;
    }
}

static void multiply_transposed(long size, const double *vector, double *result) {
    for (long i = 0; i < size; i++) {
        double total = 0;
        for (long j = 0; j < size; j++) {
            total += entry(j, i) * vector[j];
        }
        result[i] = total;
    }
}

static double *new_vector(long size) {
    double *vector = malloc((size_t)size * sizeof *vector);
    if (!vector) {
        abort();
    }
    return vector;
}

int main(int argc, char **argv) {
    long size = argc > 1 ? atol(argv[1]) : 500;
    double *u = new_vector(size), *v = new_vector(size), *between = new_vector(size);
    for (long i = 0; i < size; i++) {
        u[i] = 1;
    }
    for (int round = 0; round < 10; round++) {
        multiply(size, u, between);
        multiply_transposed(size, between, v);
        multiply(size, v, between);
        multiply_transposed(size, between, u);
    }
    double uv = 0, vv = 0;
    for (long i = 0; i < size; i++) {
        uv += u[i] * v[i];
        vv += v[i] * v[i];
    }
    printf("%.9f\n", sqrt(uv / vv));
    free(u);
    free(v);
    free(between);
}
