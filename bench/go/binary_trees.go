// Binary trees: examples/binary_trees.py in Go.
package main

import (
	"fmt"
	"os"
	"strconv"
)

const minDepth = 4

type Node struct{ left, right *Node }

func build(depth int) *Node {
	if depth == 0 {
		return &Node{}
	}
	return &Node{build(depth - 1), build(depth - 1)}
}

func (n *Node) count() int {
	if n.left == nil {
		return 1
	}
	return 1 + n.left.count() + n.right.count()
}

func main() {
	limit := 16
	if len(os.Args) > 1 {
		limit, _ = strconv.Atoi(os.Args[1])
	}
	if limit < minDepth+2 {
		limit = minDepth + 2
	}
	fmt.Printf("stretch tree of depth %d: %d nodes\n", limit+1, build(limit+1).count())
	longLived := build(limit)
	for depth := minDepth; depth <= limit; depth += 2 {
		trees, nodes := 1<<(limit-depth+minDepth), 0
		for i := 0; i < trees; i++ {
			nodes += build(depth).count()
		}
		fmt.Printf("%d trees of depth %d: %d nodes\n", trees, depth, nodes)
	}
	fmt.Printf("long-lived tree of depth %d: %d nodes\n", limit, longLived.count())
}
