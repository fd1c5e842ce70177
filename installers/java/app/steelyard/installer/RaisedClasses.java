package app.steelyard.installer;

import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeTransform;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;

/**
 * Gives classes made for Java 5 the form of Java 8, with the stack maps that it asks for; what they do stays the same.
 * Java keeps no older class ready for the next start and checks it the slow way: reading the command line, whose classes
 * are of Java 5, took a third of a small command's start.
 */
final class RaisedClasses implements AutoCloseable {
    private static final int FIRST_KEPT_READY = ClassFile.JAVA_6_VERSION;

    private final URLClassLoader loader;
    private final ClassFile form;

    /** @param jars hold the classes that a class to be raised names */
    RaisedClasses(List<Path> jars) throws IOException {
        URL[] urls = new URL[jars.size()];
        for (int i = 0; i < urls.length; i++) {
            urls[i] = jars.get(i).toUri().toURL();
        }
        loader = new URLClassLoader(urls, ClassLoader.getPlatformClassLoader());
        form = ClassFile.of(
                ClassFile.StackMapsOption.GENERATE_STACK_MAPS,
                ClassFile.ClassHierarchyResolverOption.of(ClassHierarchyResolver.ofResourceParsing(loader)
                        .orElse(ClassHierarchyResolver.defaultResolver())));
    }

    byte[] raise(byte[] bytes) {
        ClassModel old = form.parse(bytes);
        return old.majorVersion() >= FIRST_KEPT_READY
                ? bytes
                : form.transformClass(
                        old,
                        ClassTransform.transformingMethodBodies(CodeTransform.ACCEPT_ALL)
                                .andThen(ClassTransform.endHandler(
                                        made -> made.withVersion(ClassFile.JAVA_8_VERSION, 0))));
    }

    @Override
    public void close() throws IOException {
        loader.close();
    }
}
