/* 功能区的按钮：打开、收起核稿的窗格。WPS 按名字调用 OnAddinLoad、OnAction。 */
const PANE = 'hegao_pane'

function OnAddinLoad() {
  window.Application.PluginStorage.setItem(PANE, '')
  return true
}

function paneUrl() {
  const here = window.location.href.split(/[?#]/)[0]
  return `${here.slice(0, here.lastIndexOf('/') + 1)}pane.html`
}

function OnAction(control) {
  if (control.Id !== 'hegaoPane') return true
  const app = window.Application
  const id = app.PluginStorage.getItem(PANE)
  let pane = id ? app.GetTaskPane(id) : null
  if (!pane) {
    pane = app.CreateTaskPane(paneUrl())
    app.PluginStorage.setItem(PANE, pane.ID)
    pane.Visible = true
    return true
  }
  pane.Visible = !pane.Visible
  return true
}

Object.assign(globalThis, { OnAddinLoad, OnAction })
