/**
 * What every room that touches the disk needs: writing a file whole or not at all, and where the operating system keeps
 * a program's own files.
 * It may import nothing of Steelyard's.
 */
@NullMarked
package app.steelyard.files;

import org.jspecify.annotations.NullMarked;
