package io.crossdock.order.status;

import net.bytebuddy.asm.Advice;

/** A recollection that takes everything for the same as before. */
public final class CarelessRecollection {

    private CarelessRecollection() {}

    @Advice.OnMethodExit
    @SuppressWarnings("UnusedVariable") // The answer is read by the method that the advice is put into.
    static void exit(@Advice.Return(readOnly = false) boolean same) {
        same = true;
    }
}
