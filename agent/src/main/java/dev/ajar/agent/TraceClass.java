package dev.ajar.agent;

import java.lang.ref.WeakReference;

/** A class that was met and may know in which trace a thread works. */
record TraceClass(String name, WeakReference<ClassLoader> loader) {}
