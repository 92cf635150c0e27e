-- From the report's semantic HTML to calls of lkip.typ: figures, signatures, rows with a role.

local function raw(text) return pandoc.RawBlock("typst", text) end
local function raw_inline(text) return pandoc.RawInline("typst", text) end

local function quoted(text)
  return '"' .. text:gsub("\\", "\\\\"):gsub('"', '\\"'):gsub("\n", " ") .. '"'
end

-- pandoc takes `typst:` attributes for code: only `dress` gives them.  The gate has dropped those of the document.
local function disarmed(el)
  for key in pairs(el.attributes) do
    if key:match("^typst") then el.attributes[key] = nil end
  end
  return el
end

Span, Link, Code, CodeBlock, Header = disarmed, disarmed, disarmed, disarmed, disarmed

-- Tables up to this size stay on one page; longer ones may break, and their head is repeated.
local MOST_ROWS, MOST_LETTERS = 4, 500

-- Lines that the block around them reads.
local OF_A_BLOCK = { sumber = true, catatan = true, tempat = true, jabatan = true, nama = true, keterangan = true }

local function strong(cell)
  cell.contents = cell.contents:walk {
    Plain = function(el) return pandoc.Plain { pandoc.Strong(el.content) } end,
    Para = function(el) return pandoc.Para { pandoc.Strong(el.content) } end,
  }
end

-- A table of an analyst; those of the report are calls already.
local function dress(row)
  for _, cell in ipairs(row.cells) do
    disarmed(cell.attr)
    strong(cell)
    cell.attr.attributes["typst:fill"] = "latar-kepala"
  end
end

local function disarm(rows)
  for _, row in ipairs(rows) do
    for _, cell in ipairs(row.cells) do disarmed(cell.attr) end
  end
end

function Table(tbl)
  disarmed(tbl)
  for _, row in ipairs(tbl.head.rows) do dress(row) end
  for _, body in ipairs(tbl.bodies) do
    disarm(body.head)
    disarm(body.body)
  end
  disarm(tbl.foot.rows)
  return tbl
end

-- A short list stays whole, and in a longer one each item that is not long itself.
local MOST_LETTERS_OF_A_LIST, MOST_LETTERS_OF_AN_ITEM = 600, 700

local function letters(el) return #pandoc.utils.stringify(el) end

local function kept(blocks)
  local made = pandoc.Blocks { raw("#bersama[") }
  made:extend(blocks)
  made:insert(raw("]"))
  return made
end

local function is_list(block) return block.t == "BulletList" or block.t == "OrderedList" end

local function keep_lists(blocks)
  local made = pandoc.Blocks {}
  for _, block in ipairs(blocks) do
    if is_list(block) and letters(block) <= MOST_LETTERS_OF_A_LIST then made:extend(kept { block })
    else made:insert(block) end
  end
  return made
end

local function keep_items(list)
  for n, item in ipairs(list.content) do
    if letters(item) <= MOST_LETTERS_OF_AN_ITEM then
      list.content[n] = kept(item)
    end
  end
  return list
end

BulletList, OrderedList = keep_items, keep_items

-- `Tabel 3.1`, `BAB II`: the word stays with its number.
local NUMBERED = { Tabel = true, Gambar = true, BAB = true, Lampiran = true }

local function is_number(text) return text:match("^%(?[LR]?%.?%d") or text:match("^[IVX]+%f[^IVX]") end

function Inlines(inlines)
  for i = 2, #inlines - 1 do
    local word, number = inlines[i - 1], inlines[i + 1]
    if word.t == "Str" and inlines[i].t == "Space" and number.t == "Str"
      and NUMBERED[word.text:match("%a+$")] and is_number(number.text) then
      inlines[i] = pandoc.Str("\u{a0}")
    end
  end
  return inlines
end

local OWN_PICTURES = { foto = "#foto(", lambang = "#lambang(", halaman = "#halaman(" }

function Image(img)
  local kind = img.classes[1]
  local call = OWN_PICTURES[kind] or "#lukisan("
  local more = ""
  if kind == "halaman" then more = ", " .. tostring(img.classes:includes("lanskap")) end
  return raw_inline(call .. quoted(img.src) .. ", " ..
    quoted(img.attributes["data-alt"] or pandoc.utils.stringify(img.caption)) .. more .. ")")
end

local function note(div) return raw("#catatan(" .. quoted(pandoc.utils.stringify(div)) .. ")") end

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
  local body, notes, rows = pandoc.Blocks {}, pandoc.Blocks {}, 0
  local length = 0
  for _, block in ipairs(fig.content) do
    if block.t == "Div" then notes:insert(note(block)) else body:insert(block) end
    if block.t == "Table" then
      for _, part in ipairs(block.bodies) do rows = rows + #part.body end
      length = #pandoc.utils.stringify(block)
    end
  end
  local blocks = pandoc.Blocks { raw("#bingkai(" .. table.concat({ quoted(fig.identifier), quoted(kind), quoted(number),
    quoted(text), landscape, tostring(rows > MOST_ROWS or length > MOST_LETTERS) }, ", ") .. ")[") }
  blocks:extend(body)
  blocks:insert(raw("]["))
  blocks:extend(notes)
  blocks:insert(raw("]"))
  return blocks, true
end

-- Calls at the places that typeset.py names; no other id has a colon, and no code comes with the document.
local PLACES = {
  ["lkip:daftar-isi"] = "#daftar-isi()",
  ["lkip:daftar-tabel"] = '#daftar-figur("Daftar Tabel", "tabel")',
  ["lkip:daftar-gambar"] = '#daftar-figur("Daftar Gambar", "gambar", baru: false)',
  ["lkip:mulai-isi"] = '#set page(numbering: "1", footer: kaki-halaman("1"))\n\n#counter(page).update(1)',
}

local function lines_of(div)
  local lines = {}
  for _, child in ipairs(div.content) do
    local text = pandoc.utils.stringify(child)
    lines[#lines + 1] = "(" .. quoted(child.classes and child.classes[1] or "") .. ", " .. quoted(text) .. ")"
  end
  return table.concat(lines, ", ")
end

function Div(div)
  local role = div.classes[1]
  if PLACES[div.identifier] then return raw(PLACES[div.identifier]) end
  if div.identifier == "lkip:panggilan" then
    return div.content:map(function(block) return raw(block.text) end)
  end
  if OF_A_BLOCK[role] then
    return nil
  elseif role == "tanda-tangan" then
    return raw("#tanda-tangan(" .. lines_of(div) .. ")")
  elseif role == "para-pihak" then
    local parties = {}
    for _, block in ipairs(div.content) do parties[#parties + 1] = "(" .. block.text:match("^#tanda%-tangan%((.*)%)$") .. ",)" end
    return raw("#para-pihak(" .. table.concat(parties, ", ") .. ")")
  end
  return div.content  -- pandoc would wrap it in a block, which may hold no page
end

local function is_call(block, name)
  return block.t == "RawBlock" and block.text:sub(1, #name + 1) == name .. "("
end

-- Together on one page: what closes a text and the signature below it.  Of a long list the last items.
local MOST_ITEMS, LAST_ITEMS = 8, 2

local function split_list(list)
  if #list.content <= MOST_ITEMS then return nil, list end
  local at = #list.content - LAST_ITEMS
  local last = list:clone()
  last.content = { table.unpack(list.content, at + 1) }
  list.content = { table.unpack(list.content, 1, at) }
  if list.t == "OrderedList" then last.listAttributes.start = list.listAttributes.start + at end
  return list, last
end

local function end_of_call(blocks, from)
  for at = from, #blocks do
    if blocks[at].t == "RawBlock" and blocks[at].text == "]" then return at end
  end
end

-- Where the figure begins that ends with the last block; nothing where it stands on its side.
local function last_figure(blocks)
  if #blocks == 0 or blocks[#blocks].t ~= "RawBlock" or blocks[#blocks].text ~= "]" then return nil end
  for at = #blocks, 1, -1 do
    if is_call(blocks[at], "#bingkai") then
      local is_last = end_of_call(blocks, at) == #blocks
      return is_last and blocks[at].text:match(", false, %a+%)%[$") and at or nil
    end
  end
end

local function before_signature(made)
  local before, rest = made:remove(), nil
  if is_list(before) then
    rest, before = split_list(before)
    if rest then made:insert(rest) end
  end
  return before
end

local function close_signatures(blocks)
  local made = pandoc.Blocks {}
  for _, block in ipairs(blocks) do
    local figure = is_call(block, "#para-pihak") and last_figure(made)
    if figure then
      made:insert(figure, raw("#seutuhnya(190mm)["))
      made:extend { block, raw("]") }
    elseif is_call(block, "#tanda-tangan") and #made > 0 then
      made:extend { raw("#bersama["), before_signature(made), block, raw("]") }
    else
      made:insert(block)
    end
  end
  return made
end

-- The last section of a chapter stays on one page where it is short, with as many before it as are short together, and
-- so does a last table, so that no page holds the last lines alone.
-- What sets up pages ends a chapter; a table on a page of its own cannot stand inside another block.
local function ends_chapter(block)
  return (block.t == "Header" and block.level == 1) or (block.t == "RawBlock" and
    (block.text:match("^#set page") or block.text:match("^#daftar")))
end

local function is_landscape(block)
  return block.t == "RawBlock" and block.text:match("^#bingkai%(.-, true, %a+%)%[$")
end

-- A table that no page holds: to measure it costs memory and time, and tells nothing.
local function is_endless(block)
  return block.t == "RawBlock" and block.text:match(", panjang%)%[$")
end

local function holds_endless(blocks, from)
  for at = from, #blocks do
    if is_endless(blocks[at]) then return true end
  end
  return false
end

local function is_plain(blocks, from)
  for at = from, #blocks do
    if is_call(blocks[at], "#bingkai") then return false end
  end
  return true
end

local function enclose(made, from, call)
  made:insert(from, raw(call))
  made:insert(raw("]"))
end

local MOST_SECTIONS = 4

local function close_chapters(blocks)
  local made, sections = pandoc.Blocks {}, {}
  local function close()
    local figure = last_figure(made)
    if figure and not holds_endless(made, figure) then enclose(made, figure, "#seutuhnya(70mm)[") end
    for n = #sections, math.max(1, #sections - MOST_SECTIONS + 1), -1 do
      local is_last = n == #sections
      if holds_endless(made, sections[n]) then break end
      if is_last then enclose(made, sections[n], "#penutup-bab[")
      elseif is_plain(made, sections[n]) then enclose(made, sections[n], "#seutuhnya(75mm)[") end
    end
    sections = {}
  end
  for _, block in ipairs(blocks) do
    if ends_chapter(block) then close() end
    made:insert(block)
    if block.t == "Header" and block.level > 1 then sections[#sections + 1] = #made end
    if is_landscape(block) then sections = {} end
  end
  close()
  return made
end

-- What announces or begins something stays with it: a sentence before its list, a short one before a table, a line
-- between two headings.
local MOST_LETTERS_OF_A_LEAD, LETTERS_OF_A_LINE = 250, 90

local function is_table(block)
  return is_call(block, "#bingkai") and block.text:match(", \"tabel\", ") and not block.text:match(", true, %a+%)%[$")
end

local function leads(block, before, next)
  if block.t ~= "Para" or not next then return false end
  local text = pandoc.utils.stringify(block)
  if is_list(next) and text:match(":$") then return true end
  local begins = before and before.t == "Header" and next.t == "Header"
  return (is_table(next) and #text <= MOST_LETTERS_OF_A_LEAD) or (begins and #text <= LETTERS_OF_A_LINE)
end

local function keep_leads(blocks)
  local made = pandoc.Blocks {}
  for i, block in ipairs(blocks) do
    if leads(block, blocks[i - 1], blocks[i + 1]) then
      made:extend { raw("#block(sticky: true)["), block, raw("]") }
    else
      made:insert(block)
    end
  end
  return made
end

-- A long table, with what leads to it, waits for a picture that the page before it had no room for.
local function is_long_table(block)
  return is_call(block, "#bingkai") and (block.text:match(', "tabel", .*, false, true%)%[$') or is_endless(block))
end

local function before_leads(made)
  local at = #made
  while at > 0 do
    if made[at].t == "Header" then at = at - 1
    elseif at > 2 and made[at - 2].t == "RawBlock" and made[at - 2].text:match("sticky") then at = at - 3
    else break end
  end
  return at + 1
end

local function wait_for_pictures(blocks)
  local made = pandoc.Blocks {}
  for _, block in ipairs(blocks) do
    if is_long_table(block) then
      made:insert(before_leads(made), raw("#tunggu-gambar(" .. block.text:match('^#bingkai%(("[%w-]+")') .. ")"))
    end
    made:insert(block)
  end
  return made
end

-- A picture that ends a chapter is set before the long table above it, which then fills what the picture leaves.
local function pictures_before_ends(blocks)
  local made, at = pandoc.Blocks {}, 1
  while at <= #blocks do
    local table_end = is_long_table(blocks[at]) and end_of_call(blocks, at) or at
    local picture = blocks[table_end + 1]
    local last = table_end
    if table_end > at and picture and is_call(picture, "#bingkai") and picture.text:match(', "gambar", ') then
      local picture_end = end_of_call(blocks, table_end + 1)
      if not blocks[picture_end + 1] or ends_chapter(blocks[picture_end + 1]) then
        last = picture_end
        for i = table_end + 1, last do made:insert(blocks[i]) end
      end
    end
    for i = at, table_end do made:insert(blocks[i]) end
    at = last + 1
  end
  return made
end

-- What begins a heading, a list or a term at the start of a line; pandoc escapes it at the start of a paragraph only,
-- not in a list, a link or a cell.  Typst takes any space of Unicode for the one behind it.
local MARKERS = { "^=", "^[-+/]$", "^[-+/][\128-\255]", "^%d+%.$", "^%d+%.[\128-\255]" }

local function without_markers(str)
  for _, marker in ipairs(MARKERS) do
    if str.text:match(marker) then
      local digits, sign, rest = str.text:match("^(%d*)(.)(.*)$")
      return { raw_inline(digits .. "\\" .. sign), pandoc.Str(rest) }
    end
  end
end

function Pandoc(doc)
  local blocks = keep_lists(close_chapters(close_signatures(wait_for_pictures(keep_leads(pictures_before_ends(doc.blocks))))))
  doc.blocks = blocks:walk { Str = without_markers }
  return doc
end
