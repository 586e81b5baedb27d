# Official clients in Node.
in_node() { (cd "$node" && STC="$target/debug/stc" "$@"); }
