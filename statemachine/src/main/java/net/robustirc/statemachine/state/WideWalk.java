package net.robustirc.statemachine.state;

import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;

/** Goes through a {@link WideMap} in order. */
final class WideWalk<K extends Comparable<K>, V> implements Iterator<Map.Entry<K, V>> {
    /** For each height, the node that is being gone through and the item that comes next in it. */
    private final WideNode<K, V>[] path;

    private final int[] next;

    @SuppressWarnings({"unchecked", "rawtypes"})
    WideWalk(WideNode<K, V> root) {
        path = new WideNode[root.height() + 1];
        next = new int[root.height() + 1];
        descend(root);
    }

    private void descend(WideNode<K, V> from) {
        WideNode<K, V> node = from;
        while (node.height() > 0) {
            enter(node);
            node = node.child(0);
        }
        enter(node);
    }

    private void enter(WideNode<K, V> node) {
        path[node.height()] = node;
        next[node.height()] = node.height() == 0 ? 0 : 1;
    }

    @Override
    public boolean hasNext() {
        return next[0] < path[0].size();
    }

    @Override
    public Map.Entry<K, V> next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        Map.Entry<K, V> entry = path[0].entry(next[0]++);
        if (!hasNext()) {
            nextLeaf();
        }
        return entry;
    }

    private void nextLeaf() {
        int height = 1;
        while (height < path.length && next[height] == path[height].size()) {
            height++;
        }
        if (height < path.length) {
            descend(path[height].child(next[height]++));
        }
    }
}
