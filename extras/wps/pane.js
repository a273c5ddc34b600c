/* 窗格里添的一个按钮：把正在编辑的稿子从磁盘读来，交给这个网页检查，和把它拖进来一样。稿子要先存盘。 */
;(() => {
  const app = window.Application || window.wps?.Application
  const bar = document.getElementById('bar')
  const pick = document.getElementById('pick')
  const status = document.getElementById('status')
  if (!app || !bar || !pick) return

  function say(text) {
    status.hidden = false
    status.textContent = text
  }

  function bytesOf(text) {
    const bytes = new Uint8Array(text.length)
    for (let at = 0; at < text.length; at++) bytes[at] = text.charCodeAt(at) & 255
    return bytes
  }

  function current() {
    const doc = app.ActiveDocument
    if (!doc) return say('没有打开的稿子')
    const path = doc.FullName || ''
    if (!/[\\/]/.test(path)) return say('这份稿子还没有存盘：先保存，再检查')
    if (doc.Saved === false || doc.Saved === 0) return say('有改动还没有保存：先保存，再检查')
    let text
    try {
      text = app.FileSystem.readAsBinaryString(path)
    } catch (_error) {
      text = undefined
    }
    if (typeof text !== 'string') return say('这个版本的 WPS 不让加载项读文件：请把稿子拖到这里')
    const files = new DataTransfer()
    files.items.add(new File([bytesOf(text)], path.split(/[\\/]/).pop()))
    pick.files = files.files
    pick.dispatchEvent(new Event('change', { bubbles: true }))
  }

  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'open'
  button.id = 'current'
  button.textContent = '检查正在编辑的稿子'
  button.addEventListener('click', current)
  bar.insertBefore(button, bar.querySelector('.open'))
})()
