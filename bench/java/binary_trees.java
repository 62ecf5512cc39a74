/** Binary trees: examples/binary_trees.py in Java. */
class Main {
    static final int MIN_DEPTH = 4;

    record Node(Node left, Node right) {
        static Node build(int depth) {
            return depth == 0 ? new Node(null, null) : new Node(build(depth - 1), build(depth - 1));
        }

        long count() {
            return left == null ? 1 : 1 + left.count() + right.count();
        }
    }

    public static void main(String[] args) {
        int limit = Math.max(args.length > 0 ? Integer.parseInt(args[0]) : 16, MIN_DEPTH + 2);
        long stretch = Node.build(limit + 1).count();
        System.out.println("stretch tree of depth " + (limit + 1) + ": " + stretch + " nodes");
        Node longLived = Node.build(limit);
        for (int depth = MIN_DEPTH; depth <= limit; depth += 2) {
            int trees = 1 << (limit - depth + MIN_DEPTH);
            long nodes = 0;
            for (int i = 0; i < trees; i++) {
                nodes += Node.build(depth).count();
            }
            System.out.println(trees + " trees of depth " + depth + ": " + nodes + " nodes");
        }
        System.out.println("long-lived tree of depth " + limit + ": " + longLived.count() + " nodes");
    }
}
