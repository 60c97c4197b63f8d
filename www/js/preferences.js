import { put } from "./api.js"

// Language and theme: buttons with data-language-choice or data-theme-choice, anywhere on a page.

const root = document.documentElement

function show() {
  const theme = localStorage.getItem("frontdesk.theme") ?? "system"
  for (const button of document.querySelectorAll("[data-theme-choice]")) {
    button.setAttribute("aria-pressed", String(button.dataset.themeChoice === theme))
  }
  for (const button of document.querySelectorAll("[data-language-choice]")) {
    button.setAttribute("aria-pressed", String(button.dataset.languageChoice === root.lang))
  }
}

function chooseTheme(theme) {
  if (theme === "system") {
    localStorage.removeItem("frontdesk.theme")
    delete root.dataset.theme
  } else {
    localStorage.setItem("frontdesk.theme", theme)
    root.dataset.theme = theme
  }
  show()
}

async function chooseLanguage(language) {
  if (language === root.lang) return
  await put("/api/v1/language", { language }, { open: true })
  location.reload()
}

document.addEventListener("click", (event) => {
  const button = event.target.closest?.("[data-theme-choice], [data-language-choice]")
  if (!button) return
  if (button.dataset.themeChoice) chooseTheme(button.dataset.themeChoice)
  else void chooseLanguage(button.dataset.languageChoice)
})
addEventListener("storage", (event) => {
  if (event.key === "frontdesk.theme") chooseTheme(event.newValue ?? "system")
})
show()
