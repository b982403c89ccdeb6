"""Rows that most cases begin with."""

from tests.inventories.invented import credit_code

HEAD = ("企业名称", "统一社会信用代码", "县区", "行业", "绩效分级")
LIME = ("虚构甲石灰有限公司", credit_code(1), "虚构东县", "石灰窑", "B级")
CAST = ("虚构乙铸造有限公司", credit_code(2), "虚构西县", "铸造", "C级")
BRICK = ("虚构丙砖瓦有限公司", credit_code(3), "虚构东县", "砖瓦窑", "D级")
