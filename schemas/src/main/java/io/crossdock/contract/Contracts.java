package io.crossdock.contract;

import org.apache.avro.util.ClassSecurityValidator;

/** Lets Avro make objects of the generated contracts: it trusts no class by itself, whatever a schema names. */
public final class Contracts {

    private static final String PACKAGE = "io.crossdock.contract";

    private Contracts() {}

    /** Adds this package, and nothing else, to the classes that Avro may make. May be called again. */
    public static synchronized void trust() {
        if (!ClassSecurityValidator.getGlobal().isTrusted(Contracts.class)) {
            ClassSecurityValidator.setGlobal(ClassSecurityValidator.composite(
                    ClassSecurityValidator.getGlobal(), type -> PACKAGE.equals(type.getPackageName())));
        }
    }
}
