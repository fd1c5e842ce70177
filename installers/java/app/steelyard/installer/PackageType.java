package app.steelyard.installer;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** A kind of installer. */
enum PackageType {
    DEB("dpkg-deb"),
    RPM("rpmbuild"),
    MSI(""),
    DMG("");

    private final String tool;

    PackageType(String tool) {
        this.tool = tool;
    }

    /** The tool by which to tell whether the type can be built; empty where jpackage says by itself. */
    String tool() {
        return tool;
    }

    /** @throws IllegalArgumentException if a type is unknown, or another platform's */
    static List<PackageType> parse(String list, Platform platform) {
        List<PackageType> types = Arrays.stream(list.split(","))
                .map(name -> valueOf(name.strip().toUpperCase(Locale.ROOT)))
                .toList();
        if (!platform.types().containsAll(types)) {
            throw new IllegalArgumentException("On this platform only " + platform.types() + " can be built.");
        }
        return types;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
