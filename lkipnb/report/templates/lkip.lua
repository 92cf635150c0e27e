-- From the report's semantic HTML to calls of lkip.typ: figures, signatures, rows with a role.

local function raw(text) return pandoc.RawBlock("typst", text) end

local function quoted(text)
  return '"' .. text:gsub("\\", "\\\\"):gsub('"', '\\"'):gsub("\n", " ") .. '"'
end

local function strong(cell)
  cell.contents = cell.contents:walk {
    Plain = function(el) return pandoc.Plain { pandoc.Strong(el.content) } end,
    Para = function(el) return pandoc.Para { pandoc.Strong(el.content) } end,
  }
end

-- Rows keep their role as a class; pandoc writes `typst:` attributes of a cell into the cell.
function Table(tbl)
  for _, body in ipairs(tbl.bodies) do
    for _, row in ipairs(body.body) do
      local role = row.attr.classes[1]
      for i, cell in ipairs(row.cells) do
        if role == "jumlah" or role == "program" or role == "grup" then strong(cell) end
        if role == "grup" then cell.attr.attributes["typst:fill"] = 'rgb("#e6f0f0")' end
        if role == "jumlah" then cell.attr.attributes["typst:fill"] = 'rgb("#f3f6f6")' end
        if role == "menjorok" and i == 2 then cell.attr.attributes["typst:inset"] = "(left: 12pt, right: 4pt, y: 3.6pt)" end
      end
    end
  end
  return tbl
end

function Image(img)
  return pandoc.RawInline("typst", "#image(" .. quoted(img.src) .. ", width: 100%, alt: " ..
    quoted(img.attributes["data-alt"] or pandoc.utils.stringify(img.caption)) .. ")")
end

function Figure(fig)
  local kind = fig.classes[1]
  if kind ~= "tabel" and kind ~= "gambar" then return nil end
  local caption = pandoc.utils.blocks_to_inlines(fig.caption.long)
  local number, title = "", pandoc.Inlines {}
  for _, el in ipairs(caption) do
    if el.t == "Span" and el.classes[1] == "nomor" then number = pandoc.utils.stringify(el)
    else title:insert(el) end
  end
  local text = pandoc.utils.stringify(title):gsub("^%s+", "")
  local landscape = fig.attributes["orientasi"] == "lanskap" and "true" or "false"
  local blocks = pandoc.Blocks { raw("#bingkai(" .. quoted(fig.identifier) .. ", " .. quoted(kind) .. ", " .. quoted(number) .. ", " .. quoted(text)
    .. ", " .. landscape .. ")[") }
  blocks:extend(fig.content)
  blocks:insert(raw("]"))
  return blocks, true
end

function Div(div)
  local role = div.classes[1]
  if role == "sumber" or role == "catatan" then
    local blocks = pandoc.Blocks { raw("#sumber[") }
    blocks:extend(div.content)
    blocks:insert(raw("]"))
    return blocks
  elseif role == "tanda-tangan" then
    local lines = {}
    for _, child in ipairs(div.content) do
      local text = pandoc.utils.stringify(child)
      lines[#lines + 1] = "(" .. quoted(child.classes and child.classes[1] or "") .. ", " .. quoted(text) .. ")"
    end
    return raw("#tanda-tangan(" .. table.concat(lines, ", ") .. ")")
  elseif role == "mentah" then
    return raw(div.attributes["typst"])
  end
  return div.content  -- pandoc would wrap it in a block, which may hold no page
end
