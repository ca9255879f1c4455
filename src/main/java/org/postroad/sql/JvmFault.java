package org.postroad.sql;

/** Tells an error of one piece of work from one after which the JVM cannot be trusted. */
public final class JvmFault {

    private JvmFault() {}

    /**
     * Whether nothing more should be tried: no memory, or an internal error of the JVM. A stack overflow, a class that
     * cannot be loaded or a failed assertion is due to the work that met it, like an exception, and fails that work only.
     */
    public static boolean isFatal(Throwable failure) {
        return failure instanceof VirtualMachineError && !(failure instanceof StackOverflowError);
    }
}
