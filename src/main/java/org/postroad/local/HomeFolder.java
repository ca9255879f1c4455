package org.postroad.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * The folder with all data of local mode ({@code postroad.home}). One server at a time owns it, by a file lock that the
 * operating system releases when the process dies.
 */
final class HomeFolder implements AutoCloseable {

    private final Path folder;
    private final FileChannel channel;
    private final @Nullable FileLock lock;

    private HomeFolder(Path folder, FileChannel channel, @Nullable FileLock lock) {
        this.folder = folder;
        this.channel = channel;
        this.lock = lock;
    }

    /** Creates the folder if needed, and tries to lock it. */
    static HomeFolder open(Path path) {
        Path folder = path.toAbsolutePath().normalize();
        try {
            Files.createDirectories(folder);
            FileChannel channel = FileChannel.open(
                    folder.resolve("lock"),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.READ,
                    StandardOpenOption.WRITE);
            return new HomeFolder(folder, channel, lock(channel));
        } catch (IOException e) {
            throw new HomeFolderUnusable(folder, "it cannot be written to: " + e, e);
        }
    }

    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            if (lock != null) {
                byte[] pid = Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII);
                channel.truncate(0).write(ByteBuffer.wrap(pid));
            }
            return lock;
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    /** Whether this process owns the folder; if not, another Postroad runs on it. */
    boolean isOwned() {
        return lock != null;
    }

    /** @throws HomeFolderUnusable if another process owns the folder */
    void requireOwnership() {
        if (!isOwned()) {
            throw new HomeFolderUnusable(folder, "another Postroad runs on it" + owner(), null);
        }
    }

    private String owner() {
        try {
            return " (process " + Files.readString(file("lock"), StandardCharsets.US_ASCII) + ")";
        } catch (IOException e) {
            return "";
        }
    }

    Path folder() {
        return folder;
    }

    Path file(String name) {
        return folder.resolve(name);
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException("The lock on the home " + folder + " could not be released.", e);
        }
    }
}
