package app.steelyard.usage.input;

import app.steelyard.text.Texts;
import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Reads a zip's members in their order, from its beginning, so that one cut off gives all that is whole in it. */
final class Zip {
    /** What the record at the end begins with, and the most bytes it has. */
    private static final String END = "PK\5\6";

    private static final int LONGEST_END = 22 + 0xFFFF;
    private static final String SPREADSHEET = "[Content_Types].xml";
    private static final Texts TEXTS = Texts.of(Zip.class);

    private final String name;
    private final Gauge gauge;
    private final Documents.Visitor visitor;

    private boolean visited;
    private boolean beside;

    private Zip(String name, Gauge gauge, Documents.Visitor visitor) {
        this.name = name;
        this.gauge = gauge;
        this.visitor = visitor;
    }

    /** Visits the members of {@code file}, whose bytes are {@code packed}. */
    static void each(String name, Path file, InputStream packed, Gauge.Limits limits, Documents.Visitor visitor)
            throws IOException, SQLException {
        Gauge gauge = new Gauge(limits);
        new Zip(name, gauge, visitor).members(file, new ZipInputStream(gauge.packed(packed)));
    }

    private void members(Path file, ZipInputStream zip) throws IOException, SQLException {
        int members = 0;
        while (true) {
            ZipEntry entry;
            try {
                entry = zip.getNextEntry();
            } catch (IOException | IllegalArgumentException e) {
                // Locked with a password, or a name that is no text.
                refuse(TEXTS.get("zip.damaged", members));
                return;
            }
            if (entry == null) {
                break;
            }
            if (entry.getName().equals(SPREADSHEET)) {
                refuse(TEXTS.get("zip.spreadsheet"));
                return;
            }
            if (++members > gauge.limits().members()) {
                refuse(TEXTS.get("zip.members", gauge.limits().members()));
                return;
            }
            Unpacked content = Unpacked.by(kept(zip), gauge);
            try {
                member(entry, content);
                // What nobody read counts too: it must be unpacked to find the next member.
                content.transferTo(OutputStream.nullOutputStream());
            } catch (Refused e) {
                refuse(e.sentence());
                return;
            }
            if (content.broken().isPresent()) {
                break;
            }
        }
        if (!hasEnd(file)) {
            refuse(TEXTS.get("zip.cut", members));
        } else if (members == 0 || (beside && !visited)) {
            refuse(TEXTS.get("zip.empty"));
        }
    }

    private void member(ZipEntry entry, Unpacked content) throws IOException, SQLException {
        String path = entry.getName().replace('\\', '/');
        String last = path.substring(path.lastIndexOf('/') + 1);
        if (entry.isDirectory() || last.startsWith(".") || path.startsWith("__MACOSX/")) {
            return;
        }
        String member = name + "/" + path.replaceAll("\\p{Cntrl}", "?");
        if (path.startsWith("/")
                || path.matches("[A-Za-z]:.*")
                || List.of(path.split("/")).contains("..")) {
            visit(Document.unreadable(member, TEXTS.get("zip.outside")));
            return;
        }
        if (Documents.Companions.has(last)) {
            beside = true;
            visitor.skip(member);
            return;
        }
        BufferedInputStream bytes = new BufferedInputStream(content);
        Packing packing = Packing.of(bytes);
        switch (packing) {
            case NONE -> visit(Document.packed(member, bytes, content::broken));
            case GZIP, ZSTD -> {
                Unpacked inner = Unpacked.of(packing, bytes, new Gauge(gauge.limits()));
                visit(Document.packed(member, inner, () -> inner.broken().or(content::broken)));
            }
            case PARQUET -> visit(Document.unreadable(member, TEXTS.get("zip.parquet")));
            case SQLITE -> visit(Document.unreadable(member, TEXTS.get("zip.sqlite")));
            case ZIP, EMPTY_ZIP, BZIP2, XZ, SEVEN_ZIP, RAR ->
                visit(Document.unreadable(member, TEXTS.get("zip.nested")));
        }
    }

    private void visit(Document document) throws IOException, SQLException {
        visited = true;
        visitor.visit(document);
    }

    private void refuse(String problem) throws IOException, SQLException {
        visit(Document.unreadable(name, problem));
    }

    /** Without its end nobody knows whether a zip is all there. */
    private static boolean hasEnd(Path file) throws IOException {
        try (RandomAccessFile content = new RandomAccessFile(file.toFile(), "r")) {
            byte[] tail = new byte[(int) Math.min(content.length(), LONGEST_END)];
            content.seek(content.length() - tail.length);
            content.readFully(tail);
            return new String(tail, StandardCharsets.ISO_8859_1).contains(END);
        }
    }

    /** The member at hand, which may be closed while the zip stays open. */
    private static InputStream kept(ZipInputStream zip) {
        return new FilterInputStream(zip) {
            @Override
            public void close() {
                // The next member is still to be read.
            }
        };
    }
}
