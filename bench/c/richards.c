/* Richards: examples/richards.py in C: tasks are one structure with what each kind needs in a union, and step through a
 * pointer to a function. */
#include <stdbool.h>
#include <stdio.h>
#include "memory.h"

enum { IDLE, WORKER, HANDLER_A, HANDLER_B, DEVICE_A, DEVICE_B, TASKS };
enum { DEVICE_PACKET, WORK_PACKET };

#define PACKET_SIZE 4
#define IDLE_ROUNDS 10000
#define EXPECTED_QUEUED 23246
#define EXPECTED_HELD 9297

typedef struct Packet {
    struct Packet *link;
    int owner; /* the task it goes to; while under way, the task it came from */
    int kind;
    int used;
    int data[PACKET_SIZE];
} Packet;

typedef struct Scheduler Scheduler;
typedef struct Task Task;

struct Task {
    Task *link;
    Scheduler *scheduler;
    Task *(*step)(Task *task, Packet *packet);
    Packet *queue;
    int ident, priority;
    bool has_packet, is_waiting, is_held;
    union {
        struct {
            unsigned control;
            int rounds;
        } idle;
        struct {
            int destination, letter;
        } worker;
        struct {
            Packet *work, *devices;
        } handler;
        Packet *pending;
    } of;
};

struct Scheduler {
    Task *tasks, *table[TASKS], *current;
    int queued, held;
};

static Packet *append(Packet *packet, Packet *queue) {
    packet->link = NULL;
    if (!queue) {
        return packet;
    }
    Packet *last = queue;
    while (last->link) {
        last = last->link;
    }
    last->link = packet;
    return queue;
}

/* ---- what tasks ask of the scheduler; the task to look at next ------------------------------------- */

static Task *wait_for_packet(Scheduler *scheduler) {
    scheduler->current->is_waiting = true;
    return scheduler->current;
}

static Task *hold(Scheduler *scheduler) {
    scheduler->held++;
    scheduler->current->is_held = true;
    return scheduler->current->link;
}

static Task *release(Scheduler *scheduler, int ident) {
    Task *task = scheduler->table[ident];
    task->is_held = false;
    return task->priority > scheduler->current->priority ? task : scheduler->current;
}

/* Takes a packet; the more important of receiver and sender goes on. */
static Task *receive(Task *task, Packet *packet, Task *sender) {
    if (task->queue) {
        append(packet, task->queue);
        return sender;
    }
    task->queue = packet;
    task->has_packet = true;
    return task->priority > sender->priority ? task : sender;
}

static Task *send(Scheduler *scheduler, Packet *packet) {
    Task *task = scheduler->table[packet->owner];
    scheduler->queued++;
    packet->link = NULL;
    packet->owner = scheduler->current->ident;
    return receive(task, packet, scheduler->current);
}

/* ---- the kinds of tasks ------------------------------------------------------------------------ */

static Task *step_idle(Task *task, Packet *packet) {
    (void)packet;
    if (--task->of.idle.rounds == 0) {
        return hold(task->scheduler);
    }
    bool odd = task->of.idle.control & 1;
    task->of.idle.control >>= 1;
    if (!odd) {
        return release(task->scheduler, DEVICE_A);
    }
    task->of.idle.control ^= 0xD008;
    return release(task->scheduler, DEVICE_B);
}

static Task *step_worker(Task *task, Packet *packet) {
    if (!packet) {
        return wait_for_packet(task->scheduler);
    }
    task->of.worker.destination = task->of.worker.destination == HANDLER_A ? HANDLER_B : HANDLER_A;
    packet->owner = task->of.worker.destination;
    packet->used = 0;
    for (int i = 0; i < PACKET_SIZE; i++) {
        if (++task->of.worker.letter > 26) {
            task->of.worker.letter = 1;
        }
        packet->data[i] = 64 + task->of.worker.letter;
    }
    return send(task->scheduler, packet);
}

static Task *step_handler(Task *task, Packet *packet) {
    if (packet) {
        Packet **queue = packet->kind == WORK_PACKET ? &task->of.handler.work : &task->of.handler.devices;
        *queue = append(packet, *queue);
    }
    Packet *work = task->of.handler.work, *device = task->of.handler.devices;
    if (!work) {
        return wait_for_packet(task->scheduler);
    }
    if (work->used >= PACKET_SIZE) {
        task->of.handler.work = work->link;
        return send(task->scheduler, work);
    }
    if (!device) {
        return wait_for_packet(task->scheduler);
    }
    task->of.handler.devices = device->link;
    device->used = work->data[work->used++];
    return send(task->scheduler, device);
}

static Task *step_device(Task *task, Packet *packet) {
    if (packet) {
        task->of.pending = packet;
        return hold(task->scheduler);
    }
    Packet *pending = task->of.pending;
    if (!pending) {
        return wait_for_packet(task->scheduler);
    }
    task->of.pending = NULL;
    return send(task->scheduler, pending);
}

/* ---- one run ------------------------------------------------------------------------------------- */

static Task *add_task(Scheduler *scheduler, int ident, int priority, Packet *queue, Task *(*step)(Task *, Packet *)) {
    Task *task = new_memory(sizeof *task);
    *task = (Task){.link = scheduler->tasks,
                   .scheduler = scheduler,
                   .step = step,
                   .queue = queue,
                   .ident = ident,
                   .priority = priority,
                   .has_packet = queue != NULL,
                   .is_waiting = true};
    scheduler->tasks = scheduler->table[ident] = task;
    return task;
}

static Packet *packets(int count, int owner, int kind) {
    Packet *queue = NULL;
    for (int i = 0; i < count; i++) {
        Packet *packet = new_memory(sizeof *packet);
        *packet = (Packet){.link = queue, .owner = owner, .kind = kind};
        queue = packet;
    }
    return queue;
}

static void schedule(Scheduler *scheduler) {
    Task *task = scheduler->tasks;
    while (task) {
        if (task->is_held || (task->is_waiting && !task->has_packet)) {
            task = task->link;
            continue;
        }
        scheduler->current = task;
        Packet *packet = NULL;
        if (task->is_waiting && task->has_packet) {
            packet = task->queue;
            task->queue = packet->link;
            task->is_waiting = false;
            task->has_packet = task->queue != NULL;
        }
        task = task->step(task, packet);
    }
}

static void drop_packets(Packet *packet) {
    while (packet) {
        Packet *next = packet->link;
        DROP(packet);
        packet = next;
    }
}

/* Every packet is in one of these queues at the end, or pending at a device. */
static void drop_tasks(Scheduler *scheduler) {
    drop_packets(scheduler->table[HANDLER_A]->of.handler.work);
    drop_packets(scheduler->table[HANDLER_A]->of.handler.devices);
    drop_packets(scheduler->table[HANDLER_B]->of.handler.work);
    drop_packets(scheduler->table[HANDLER_B]->of.handler.devices);
    DROP(scheduler->table[DEVICE_A]->of.pending);
    DROP(scheduler->table[DEVICE_B]->of.pending);
    for (int ident = 0; ident < TASKS; ident++) {
        drop_packets(scheduler->table[ident]->queue);
        DROP(scheduler->table[ident]);
    }
}

static bool simulate(void) {
    Scheduler scheduler = {0};
    Task *idle = add_task(&scheduler, IDLE, 0, NULL, step_idle);
    idle->is_waiting = false;
    idle->of.idle.control = 1;
    idle->of.idle.rounds = IDLE_ROUNDS;
    Task *worker = add_task(&scheduler, WORKER, 1000, packets(2, WORKER, WORK_PACKET), step_worker);
    worker->of.worker.destination = HANDLER_A;
    add_task(&scheduler, HANDLER_A, 2000, packets(3, DEVICE_A, DEVICE_PACKET), step_handler);
    add_task(&scheduler, HANDLER_B, 3000, packets(3, DEVICE_B, DEVICE_PACKET), step_handler);
    add_task(&scheduler, DEVICE_A, 4000, NULL, step_device);
    add_task(&scheduler, DEVICE_B, 5000, NULL, step_device);
    schedule(&scheduler);
    drop_tasks(&scheduler);
    bool correct = scheduler.queued == EXPECTED_QUEUED && scheduler.held == EXPECTED_HELD;
    if (!correct) {
        printf("wrong: %d queued, %d held\n", scheduler.queued, scheduler.held);
    }
    return correct;
}

int main(int argc, char **argv) {
    START_MEMORY();
    int runs = argc > 1 ? atoi(argv[1]) : 100, correct = 0;
    for (int i = 0; i < runs; i++) {
        correct += simulate();
    }
    printf("%d of %d runs: %d packets queued, %d tasks held\n", correct, runs, EXPECTED_QUEUED, EXPECTED_HELD);
}
