package io.crossdock.connect.loop;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What has been sent to one mailbox, by where it comes from: each is read in its order, except for rows that late polls bring. */
final class Mail {

    static final String CONTENT = "content";
    static final String LINKS = "links";
    static final String LETTERS = "letters";
    private static final String ROWS = "rows of ";

    /** All that came from one place, and which of it has not been read. */
    private record Box(List<Letter> all, List<Integer> unread) {
        Box() {
            this(new ArrayList<>(), new ArrayList<>());
        }

        Box copy() {
            return new Box(new ArrayList<>(all), new ArrayList<>(unread));
        }
    }

    private final boolean inOrder;
    private final Map<String, Box> boxes = new TreeMap<>();

    /** Mail whose rows come in any order, unless {@code inOrder}. */
    Mail(boolean inOrder) {
        this.inOrder = inOrder;
    }

    /** Where receipts of a target's states, or of its effects, come from. */
    static String answers(String target, boolean state) {
        return "answers of " + target + (state ? "" : " to effects");
    }

    static String rows(String target) {
        return ROWS + target;
    }

    Mail copy() {
        Mail copy = new Mail(inOrder);
        boxes.forEach((from, box) -> copy.boxes.put(from, box.copy()));
        return copy;
    }

    void add(String from, Letter letter) {
        Box box = boxes.computeIfAbsent(from, none -> new Box());
        box.unread().add(box.all().size());
        box.all().add(letter);
    }

    Set<String> senders() {
        return boxes.keySet();
    }

    /** Places of the letters that can be the next to be read. */
    List<Integer> next(String from) {
        List<Integer> unread = box(from).unread();
        boolean any = from.startsWith(ROWS) && !inOrder;
        return any || unread.isEmpty() ? List.copyOf(unread) : List.of(unread.getFirst());
    }

    Letter at(String from, int place) {
        return box(from).all().get(place);
    }

    void taken(String from, int place) {
        box(from).unread().remove((Object) place);
    }

    /** All is read again from the beginning, but for what the application itself had sent. */
    void again() {
        boxes.remove(LETTERS);
        boxes.values().forEach(box -> {
            box.unread().clear();
            for (int place = 0; place < box.all().size(); place++) {
                box.unread().add(place);
            }
        });
    }

    /** All that decides what will be read. */
    List<Object> everything() {
        List<Object> everything = new ArrayList<>();
        boxes.forEach((from, box) -> {
            if (!box.unread().isEmpty()) {
                everything.add(from);
                everything.add(box.unread().stream().map(box.all()::get).toList());
            }
        });
        return everything;
    }

    private Box box(String from) {
        Box box = boxes.get(from);
        return box == null ? new Box() : box;
    }
}
