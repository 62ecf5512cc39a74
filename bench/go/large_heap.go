// Changes to a large heap: bench/programs/large_heap.py in Go.
package main

import (
	"fmt"
	"os"
	"strconv"
)

const modulus = 2147483647

type Item struct{ value, weight int }

type Cell struct {
	item    *Item
	changes int
}

func update(cells []*Cell, updates int) {
	place := 1
	for n := 0; n < updates; n++ {
		place = place * 48271 % modulus
		cell := cells[place%len(cells)]
		cell.changes++
		if n%4 != 0 {
			cell.item = &Item{n, place}
		} else {
			other := cells[n%len(cells)]
			cell.item, other.item = other.item, cell.item
		}
	}
}

func main() {
	count, updates := 200000, 1000000
	if len(os.Args) > 2 {
		count, _ = strconv.Atoi(os.Args[1])
		updates, _ = strconv.Atoi(os.Args[2])
	}
	cells := make([]*Cell, count)
	for n := range cells {
		cells[n] = &Cell{&Item{n, n}, 0}
	}
	update(cells, updates)
	values, weights, changes := 0, 0, 0
	for _, cell := range cells {
		values += cell.item.value
		weights += cell.item.weight % 1000
		changes += cell.changes
	}
	fmt.Println(values, weights, changes)
}
