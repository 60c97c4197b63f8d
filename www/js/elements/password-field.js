/**
 * Helps with a password or a PIN: shows it on demand, says when Caps Lock or the Russian layout is on.
 * The sentences stand in data-caps and data-layout, the button's words in data-show and data-hide.
 */
class PasswordField extends HTMLElement {
  #input
  #note
  #button
  #caps = false

  connectedCallback() {
    this.#input = this.querySelector("input")
    this.#note = this.querySelector("[data-note]")
    this.#button = this.querySelector("button")
    this.#button?.addEventListener("click", this)
    for (const type of ["keydown", "keyup", "input", "blur", "focus"]) {
      this.#input.addEventListener(type, this)
    }
  }

  disconnectedCallback() {
    this.#button?.removeEventListener("click", this)
    for (const type of ["keydown", "keyup", "input", "blur", "focus"]) {
      this.#input.removeEventListener(type, this)
    }
  }

  handleEvent(event) {
    if (event.type === "click") return this.#toggle()
    if (event instanceof KeyboardEvent) {
      // On its own key-down Caps Lock still reports the state that it is leaving.
      if (event.code !== "CapsLock" || event.type === "keyup") this.#caps = event.getModifierState("CapsLock")
    }
    this.#tell(event.type === "blur")
  }

  #tell(isLeft) {
    const notes = []
    if (this.#caps && !isLeft) notes.push(this.dataset.caps)
    if (/[а-яё]/i.test(this.#input.value)) notes.push(this.dataset.layout)
    const text = notes.join(" ")
    if (this.#note.textContent !== text) this.#note.textContent = text
    this.#note.hidden = text === ""
  }

  #toggle() {
    const shown = this.#input.type === "text"
    this.#input.type = shown ? "password" : "text"
    this.#button.textContent = shown ? this.dataset.show : this.dataset.hide
    this.#button.setAttribute("aria-pressed", String(!shown))
    this.#input.focus()
  }
}
customElements.define("password-field", PasswordField)
