package org.postroad.local;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** This process cannot use the home folder. */
final class HomeFolderUnusable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    HomeFolderUnusable(Path folder, String why, @Nullable Throwable cause) {
        super("The home " + folder + " cannot be used: " + why + ".", cause);
    }
}
