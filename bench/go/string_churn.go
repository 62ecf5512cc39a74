// Strings in great numbers: bench/programs/string_churn.py in Go.
package main

import (
	"fmt"
	"os"
	"strconv"
	"strings"
)

const size = 4096

func main() {
	count := 1000000
	if len(os.Args) > 1 {
		count, _ = strconv.Atoi(os.Args[1])
	}
	kept := make([]string, size)
	total := 0
	for n := 0; n < count; n++ {
		number := strconv.Itoa(n * 7919 % 1000003)
		old := kept[n*31%size]
		if len(old) > 24 {
			old = old[:24]
		}
		key := "key-" + number + ":" + old
		kept[n%size] = key
		total += len(key) + int(key[len(key)-1])
	}
	fmt.Println(total, len(strings.Join(kept, "")))
}
