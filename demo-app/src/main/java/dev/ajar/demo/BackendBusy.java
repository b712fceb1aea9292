package dev.ajar.demo;

import java.io.IOException;

/** A back end refused the call for now: the gateway's own caller may try again later. */
final class BackendBusy extends IOException {

  private static final long serialVersionUID = 1;

  BackendBusy(String backend) {
    super(backend + " is over its quota");
  }
}
