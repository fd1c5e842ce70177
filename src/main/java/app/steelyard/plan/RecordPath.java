package app.steelyard.plan;

import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads and replaces one component deep inside nested records, by a dotted path of component names. It spares one
 * hand-written wither a number.
 */
final class RecordPath {
    /** Looking a component up takes longer than reading it. */
    private static final Map<Component, RecordPath> OWN = new ConcurrentHashMap<>();

    private final List<Step> steps = new ArrayList<>();

    private record Component(Class<?> type, String name) {}

    /** @param accessors of the components, in order */
    private record Step(Constructor<?> constructor, Method[] accessors, int index) {

        @Nullable
        Object get(Object owner) {
            return read(owner, accessors[index]);
        }

        Object with(Object owner, @Nullable Object value) {
            @Nullable Object[] arguments = new @Nullable Object[accessors.length];
            for (int i = 0; i < accessors.length; i++) {
                arguments[i] = i == index ? value : read(owner, accessors[i]);
            }
            try {
                return constructor.newInstance(arguments);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
        }

        private static @Nullable Object read(Object owner, Method accessor) {
            try {
                return accessor.invoke(owner);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    RecordPath(Class<?> root, String path) {
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
                Method[] accessors =
                        Stream.of(components).map(RecordComponent::getAccessor).toArray(Method[]::new);
                steps.add(new Step(type.getDeclaredConstructor(types), accessors, index));
            } catch (NoSuchMethodException e) {
                throw new IllegalStateException(e);
            }
            type = components[index].getType();
        }
    }

    /** {@code record} with one of its own components replaced. */
    @SuppressWarnings("unchecked")
    static <R extends Record> R with(R record, String component, @Nullable Object value) {
        return (R) OWN.computeIfAbsent(
                        new Component(record.getClass(), component), c -> new RecordPath(c.type(), c.name()))
                .with(record, value);
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
