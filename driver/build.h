/* From the last stage to a binary: C files, cached objects, link. */
#ifndef DRIVER_BUILD_H
#define DRIVER_BUILD_H

#include "driver/command.h"

typedef struct Binary {
    const char *path;
    const char *temporary; /* folder to be removed once the binary has been opened, or NULL */
} Binary;

/* Compiles the program, which is at stage gc, and links it to `output` (which changes only if all went well), or, if
 * that is NULL, into the cache; *binary says where it is. */
ExitCode build_binary(Road *road, const char *output, Binary *binary);
/* Writes the C files and build plans of the program, which is at stage gc, into `folder`. */
ExitCode build_c_files(Road *road, const char *output, const char *folder);

#endif
