package app.steelyard.plan;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads and replaces one component deep inside nested records, by a dotted path of component names. It spares one
 * hand-written wither a number.
 */
final class RecordPath {
    private final List<Step> steps = new ArrayList<>();

    private record Step(Constructor<?> constructor, RecordComponent[] components, int index) {

        @Nullable
        Object get(Object owner) {
            return read(owner, components[index]);
        }

        Object with(Object owner, @Nullable Object value) {
            @Nullable Object[] arguments = new @Nullable Object[components.length];
            for (int i = 0; i < components.length; i++) {
                arguments[i] = i == index ? value : read(owner, components[i]);
            }
            try {
                return constructor.newInstance(arguments);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
        }

        private static @Nullable Object read(Object owner, RecordComponent component) {
            try {
                return component.getAccessor().invoke(owner);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    RecordPath(Class<? extends Record> root, String path) {
        Class<?> type = root;
        for (String name : path.split("\\.")) {
            RecordComponent[] components = type.getRecordComponents();
            int index = 0;
            while (!components[index].getName().equals(name)) {
                index++;
            }
            Class<?>[] types =
                    Stream.of(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
            try {
                steps.add(new Step(type.getDeclaredConstructor(types), components, index));
            } catch (NoSuchMethodException e) {
                throw new IllegalStateException(e);
            }
            type = components[index].getType();
        }
    }

    /** {@code record} with one of its own components replaced. */
    @SuppressWarnings("unchecked")
    static <R extends Record> R with(R record, String component, @Nullable Object value) {
        return (R) new RecordPath(record.getClass(), component).with(record, value);
    }

    @Nullable
    Object get(Object root) {
        @Nullable Object value = root;
        for (Step step : steps) {
            value = step.get(Objects.requireNonNull(value));
        }
        return value;
    }

    Object with(Object root, @Nullable Object value) {
        return with(root, value, 0);
    }

    private Object with(Object owner, @Nullable Object value, int depth) {
        Step step = steps.get(depth);
        if (depth == steps.size() - 1) {
            return step.with(owner, value);
        }
        Object inner = Objects.requireNonNull(step.get(owner));
        return step.with(owner, with(inner, value, depth + 1));
    }
}
