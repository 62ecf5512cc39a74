# test: planted passes random
# seeds: 0 1000 3000
# planted: passes/fold.c:(constant && !const_equal(&arg->constant, &constant->constant)) => false
# planted: passes/dead_code.c:incoming[origin.block->id][i]->args[origin.input] => incoming[origin.block->id][0]->args[origin.input]
# planted: passes/merge_inputs.c:return a->is_const && b->is_const && const_equal(&a->constant, &b->constant); => return a->is_const && b->is_const;
# planted: passes/malloc_removal.c:        *field = op->args[1]; => *field = *field;
# planted: passes/bypass.c:block->switch_kind == SWITCH_VALUE && is_pure(block); => block->switch_kind == SWITCH_VALUE;
# planted: passes/ranges.c:is_at_most(ranger, y, x, or_equal ? -1 : 0) => is_at_most(ranger, y, x, 0)
# planted: passes/reuse.c:fact && objects_differ(reuser->ssa, object, reuser->recent[i]) => fact
# planted: passes/reuse.c:fact && replace(reuser, op, ssa_root(reuser->ssa, fact->value)) => fact && replace(reuser, op, ssa_root(reuser->ssa, fact->args[0]))
# planted: passes/hoist.c:(class == NO_CLASS || hoister->written[class]) => class == NO_CLASS
# planted: passes/no_return.c:end == block->op_count ? 1 : block->exit_count; => end < 0 ? 1 : block->exit_count;
# planted: passes/tail_calls.c:block->exits[0]->args[0] == op->result || => true ||
# planted: passes/switches.c:OPF_EFFECT | OPF_RAISES => OPF_RAISES
# planted: passes/escape.c:frame->in_loop[block->id] && => false &&
# planted: passes/devirtualise.c:type_is_substruct(choices[i].class, base) && !is_same(&choices[i].target, target)) => choices[i].class == base)
# planted: passes/dead_stores.c:remove_if(later, NULL, field_of(op)); => ;
# planted: passes/dead_stores.c:if (is_first && is_zero(op->args[1])) => if (is_known && is_zero(op->args[1]))
# planted: passes/dead_fields.c:return !map_find(&dead->read => return map_find(&dead->read
# planted: passes/module_constants.c:|= !is_constant && !from; => |= false;
# planted: passes/splice.c:return !is_exact && type_is_substruct(handled, type) => return false
# planted: passes/memory_writes.c:set[class / WORD] |= => set[class / WORD] &=
# planted: passes/memory_state.c:if (state && met && state != met) => if (false)
# planted: passes/escape.c:if (set->escapes || set->outlives) => if (set->outlives)
# planted: passes/loops.c:substitute_all(op->args, op->arg_count); => substitute_all(op->args, op->arg_count - 1);
# planted: ir/effects.c:effects = join(effects, table->of[op->graphs[i]->index]); => ;
# planted: passes/devirtualise.c:graph_in_slot(link->args[input], slot) : NULL => graph_in_slot(devirtualiser->index->incoming[block->id][0]->args[input], slot) : NULL
# planted: passes/switches.c:enter(switcher, block, test, exit); => enter(switcher, block, test, block->exits[0]);
# planted: passes/specialise.c:if (!brought || !is_same(specialiser, needed, brought)) => if (!brought)
