// GCBench: bench/programs/gcbench.py in Go.
package main

import (
	"fmt"
	"os"
	"strconv"
)

const (
	minDepth = 4
	size     = 500000
)

type Node struct {
	left, right *Node
	i, j        int
}

func fromLeaves(depth int) *Node {
	if depth == 0 {
		return &Node{}
	}
	return &Node{left: fromLeaves(depth - 1), right: fromLeaves(depth - 1)}
}

func (n *Node) grow(depth int) {
	if depth > 0 {
		n.left = &Node{}
		n.right = &Node{}
		n.left.grow(depth - 1)
		n.right.grow(depth - 1)
	}
}

func fromRoot(depth int) *Node {
	node := &Node{}
	node.grow(depth)
	return node
}

func leftmost(n *Node) int {
	depth := 0
	for ; n.left != nil; n = n.left {
		depth++
	}
	return depth
}

func main() {
	limit := 16
	if len(os.Args) > 1 {
		limit, _ = strconv.Atoi(os.Args[1])
	}
	fmt.Println("stretch", leftmost(fromLeaves(limit+2)))
	longLived := fromRoot(limit)
	array := make([]float64, size)
	for i := 1; i < size/2; i++ {
		array[i] = 1.0 / float64(i)
	}
	for depth := minDepth; depth <= limit; depth += 2 {
		trees, total := 1<<(limit+3-depth), 0
		for i := 0; i < trees; i++ {
			total += leftmost(fromRoot(depth))
			total += leftmost(fromLeaves(depth))
		}
		fmt.Println(depth, trees, total)
	}
	kept := "False"
	if array[1000] == 1.0/1000 {
		kept = "True"
	}
	fmt.Println("kept", leftmost(longLived), kept)
}
